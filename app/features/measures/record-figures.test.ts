import type { Insertable } from 'kysely'
import { describe, expect } from 'vitest'
import type { DB } from '~/db/schema'
import { figureOf } from '~/domain/measure/figure'
import { expectRefusedBy, test } from '~/testing/db-test'
import { contextFor, makeMeasure, makePerson } from '~/testing/make'
import { measureInBrief } from './measure-in-brief.query.server'
import { recordFigure } from './record-figure.command.server'
import { recordFigureForm } from './record-figure.form'
import { recordFigures } from './record-figures.command.server'

const october = '2026-10-01'
const plain = (value: number) => ({ value, parts: null })

describe('recording figures', () => {
  test('keeps them with who and when, for many measures at once', async ({ db }) => {
    const context = await contextFor(db, 'manager')
    const [children, visits] = [
      await makeMeasure(db),
      await makeMeasure(db, { title: 'Visits in time', unit: 'percent', better: 'up' }),
    ]
    const recorded = await recordFigures(context, {
      figures: [
        { measureId: children, from: october, figure: plain(14) },
        {
          measureId: visits,
          from: october,
          figure: figureOf('percent', { numerator: 2, denominator: 3 }),
        },
      ],
      reason: '',
      notAnIdentifier: '',
    })
    expect(recorded).toEqual({ allowed: true, recorded: 2, corrected: 0 })
    const rows = await db.selectFrom('measurePoints').orderBy('measureId').selectAll().execute()
    expect(rows).toMatchObject([
      { value: '14', numerator: null, revision: 1, enteredById: context.actor.personId },
      { numerator: '2', denominator: '3', unit: 'percent' },
    ])
    const events = await db
      .selectFrom('events')
      .where('what', '=', 'measure.figures-recorded')
      .select('subjectId')
      .orderBy('subjectId')
      .execute()
    expect(events.map(({ subjectId }) => subjectId)).toEqual([children, visits])
  })

  test('leaves alone what is the same, and corrects with a reason what is not', async ({ db }) => {
    const context = await contextFor(db, 'manager')
    const measureId = await makeMeasure(db)
    const record = (value: number, reason = '') =>
      recordFigures(context, {
        figures: [
          { measureId, from: '2026-09-01', figure: plain(12) },
          { measureId, from: october, figure: plain(value) },
        ],
        reason,
        notAnIdentifier: '',
      })
    await record(14)
    expect(await record(14)).toEqual({ allowed: true, recorded: 0, corrected: 0 })
    expect(await record(15)).toMatchObject({
      allowed: false,
      because:
        'October 2026 has a figure already. Say why it is corrected; the old one stays on record.',
    })
    expect(await record(15, 'One team was counted twice.')).toEqual({
      allowed: true,
      recorded: 0,
      corrected: 1,
    })
    const rows = await db
      .selectFrom('measurePoints')
      .where('periodFrom', '=', october)
      .orderBy('revision')
      .select(['value', 'revision', 'reason'])
      .execute()
    expect(rows).toEqual([
      { value: '14', revision: 1, reason: '' },
      { value: '15', revision: 2, reason: 'One team was counted twice.' },
    ])
  })

  test('records all or none', async ({ db }) => {
    const context = await contextFor(db, 'manager')
    const measureId = await makeMeasure(db)
    const refused = await recordFigures(context, {
      figures: [
        { measureId, from: october, figure: plain(14) },
        { measureId, from: '2026-11-01', figure: plain(14) },
      ],
      reason: '',
      notAnIdentifier: '',
    })
    expect(refused).toMatchObject({ because: expect.stringMatching(/^November 2026 is not over/) })
    expect(await db.selectFrom('measurePoints').selectAll().execute()).toEqual([])
    expect(await db.selectFrom('events').selectAll().execute()).toEqual([])
  })

  test('is refused to everybody but managers, and for a measure that is not there', async ({
    db,
  }) => {
    const measureId = await makeMeasure(db)
    const of = (id: number) => ({
      figures: [{ measureId: id, from: october, figure: plain(14) } as const],
      reason: '',
      notAnIdentifier: '',
    })
    for (const role of ['practitioner', 'leader', 'observer', 'admin'] as const) {
      expect(await recordFigures(await contextFor(db, role), of(measureId))).toMatchObject({
        because: 'Only a manager can do this.',
      })
    }
    expect(await recordFigures(await contextFor(db, 'manager'), of(2_000_000_000))).toMatchObject({
      allowed: false,
      because: 'This measure is no longer there.',
    })
  })
})

describe('one figure', () => {
  const form = recordFigureForm({ unit: 'percent', length: 'month' }, '2026-11-20')
  const typed = { period: 'Oct 26', value: '85.7%' }

  test('comes with the note that explains it, both or neither', async ({ db }) => {
    const context = await contextFor(db, 'manager')
    const measureId = await makeMeasure(db, { unit: 'percent' })
    const fields = form.parse({ ...typed, note: 'Agency contract ended.' })
    expect(await recordFigure(context, measureId, fields)).toMatchObject({ allowed: true })
    expect(await db.selectFrom('measureNotes').select(['words', 'periodFrom']).execute()).toEqual([
      { words: 'Agency contract ended.', periodFrom: october },
    ])
    const other = form.parse({ ...typed, value: '80', note: 'Something else.' })
    expect(await recordFigure(context, measureId, other)).toMatchObject({ allowed: false })
    expect(await db.selectFrom('measureNotes').selectAll().execute()).toHaveLength(1)
  })

  test('can be taken away with a reason, and stays on record', async ({ db }) => {
    const context = await contextFor(db, 'manager')
    const measureId = await makeMeasure(db, { unit: 'percent' })
    await recordFigure(context, measureId, form.parse(typed))
    const none = form.parse({ period: 'Oct 26', none: 'yes', reason: 'It was another council’s.' })
    expect(await recordFigure(context, measureId, none)).toMatchObject({ allowed: true })
    const brief = await measureInBrief(context, measureId, october)
    expect(brief).toMatchObject({ present: undefined, isCorrection: true })
    expect(await db.selectFrom('measurePoints').select('revision').execute()).toHaveLength(2)
  })

  test('begins with the period that waits for it', async ({ db }) => {
    const context = await contextFor(db, 'manager')
    const measureId = await makeMeasure(db)
    const period = async () => (await measureInBrief(context, measureId))?.period
    expect(await period()).toBe('October 2026')
    await recordFigures(context, {
      figures: [{ measureId, from: '2026-07-01', figure: plain(3) }],
      reason: '',
      notAnIdentifier: '',
    })
    expect(await period()).toBe('August 2026')
    expect(await measureInBrief(context, 2_000_000_000)).toBeUndefined()
  })

  test.each([
    ['no period', { period: '' }, 'period', 'Say which period it is for.'],
    ['a period that is none', { period: 'soon' }, 'period', /is not a period/],
    ['a period that is not over', { period: 'Nov 2026' }, 'period', /is not over yet/],
    ['no figure', { value: '' }, 'value', 'Give the figure.'],
    ['a percentage of 140', { value: '140' }, 'value', /more than 100%/],
    ['a comma', { value: '85,7' }, 'value', /Write 85.7/],
    ['words', { value: 'most' }, 'value', '“most” is not a number.'],
    ['both ways', { numerator: '3', denominator: '4' }, 'value', /not both/],
    ['no denominator', { value: '', numerator: '3' }, 'denominator', 'The denominator is missing.'],
    ['a denominator of 0', { value: '', numerator: '3', denominator: '0' }, 'denominator', /is 0/],
    ['more than all', { value: '', numerator: '5', denominator: '4' }, 'numerator', /more than/],
  ])('says what to do about %s', (_what, wrong, field, sentence) => {
    const read = form.safeParse({ ...typed, ...wrong })
    expect(read.error?.issues.map(({ path }) => path.join())).toEqual([field])
    expect(read.error?.issues[0]?.message).toMatch(sentence)
  })
})

describe('the database refuses', () => {
  const point = async (
    db: Parameters<typeof makeMeasure>[0],
    differs: Partial<Insertable<DB['measurePoints']>> = {},
  ) => {
    const unit = differs.unit ?? 'percent'
    const period = differs.period ?? 'month'
    const measureId = differs.measureId ?? (await makeMeasure(db, { unit, period }))
    const enteredById = await makePerson(db)
    const enteredAt = '2026-11-20T09:00:00Z'
    return () =>
      db
        .insertInto('measurePoints')
        .values({
          ...{ measureId, unit, period, periodFrom: october, revision: 1, value: 50 },
          ...{ enteredById, enteredAt },
          ...differs,
        })
        .execute()
  }

  test.for([
    ['measure_points_fit_their_unit', { value: 140 }],
    ['measure_points_fit_their_unit', { value: -1 }],
    ['measure_points_counts_are_whole', { unit: 'count', value: 1.5 }],
    ['measure_points_begin_with_their_period', { periodFrom: '2026-10-02' }],
    ['measure_points_begin_with_their_period', { period: 'quarter', periodFrom: '2026-08-01' }],
    ['measure_points_begin_with_their_period', { period: 'week', periodFrom: '2026-10-01' }],
    ['measure_points_are_of_periods_past', { periodFrom: '2026-11-01' }],
    ['measure_points_are_of_periods_past', { enteredAt: '2026-10-31T23:30:00Z' }],
    ['measure_points_corrected_with_a_reason', { revision: 2 }],
    ['measure_points_begin_with_a_figure', { value: null }],
    ['measure_points_parts_come_together', { numerator: 1 }],
    [
      'measure_points_denominator_is_above_zero',
      { value: null, revision: 2, reason: 'x', numerator: 1, denominator: 0 },
    ],
    ['measure_points_follow_from_their_parts', { numerator: 1, denominator: 3 }],
    ['measure_points_follow_from_their_parts', { value: 100, numerator: 3, denominator: 2 }],
  ] as const)('%s: %j', async ([constraint, differs], { db }) => {
    await expectRefusedBy(db, constraint, await point(db, differs))
  })

  test('a month that ends in summer time is over at midnight in London', async ({ db }) => {
    // 31 August, 23:30 UTC is 1 September, 00:30 in London
    const insert = await point(db, { periodFrom: '2026-08-01', enteredAt: '2026-08-31T23:30:00Z' })
    await insert()
    const early = await point(db, { periodFrom: '2026-08-01', enteredAt: '2026-08-31T22:30:00Z' })
    await expectRefusedBy(db, 'measure_points_are_of_periods_past', early)
  })

  test('a revision twice, and a change of one', async ({ db }) => {
    const measureId = await makeMeasure(db, { unit: 'percent' })
    await (
      await point(db, { measureId })
    )()
    const again = await point(db, { measureId, value: 60 })
    await expectRefusedBy(db, 'measure_points_one_of_each_revision', again)
    await expectRefusedBy(db, 'measure_points_are_never_changed', () =>
      db.updateTable('measurePoints').set({ value: 60 }).execute(),
    )
    await expectRefusedBy(db, 'measure_points_are_never_changed', () =>
      db.deleteFrom('measurePoints').execute(),
    )
  })

  test('another unit or other periods underneath the figures', async ({ db }) => {
    const measureId = await makeMeasure(db, { unit: 'percent' })
    await (
      await point(db, { measureId })
    )()
    await expectRefusedBy(db, 'measure_points_keep_the_unit_and_period', () =>
      db.updateTable('measures').set({ unit: 'days' }).where('id', '=', measureId).execute(),
    )
    const other = await point(db, { measureId, unit: 'days', periodFrom: '2026-09-01' })
    await expectRefusedBy(db, 'measure_points_keep_the_unit_and_period', other)
  })
})
