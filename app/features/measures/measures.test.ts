import { describe, expect } from 'vitest'
import { asAt } from '~/db/db.server'
import { recordedMeasures } from '~/db/measure-facts.server'
import { expectRefusedBy, test } from '~/testing/db-test'
import {
  aFriday,
  contextFor,
  makeAction,
  makeFigures,
  makeInspection,
  makeMeasure,
  makePerson,
  makeRecommendation,
} from '~/testing/make'
import { addNote } from './add-note.command.server'
import { addNoteForm } from './add-note.form'
import { defineMeasure } from './define-measure.command.server'
import { type DefinedMeasure, defineMeasureForm } from './define-measure.form'
import { editMeasureView } from './define-measure.query.server'
import { editMeasure } from './edit-measure.command.server'
import { giveComparator } from './give-comparator.command.server'
import { giveComparatorForm } from './give-comparator.form'
import { measureView } from './measure-detail.query.server'
import { measuresView } from './measures.query.server'
import { rebaseline } from './rebaseline.command.server'
import { rebaselineView } from './rebaseline.query.server'
import { recordFigures } from './record-figures.command.server'
import { setTarget } from './set-target.command.server'
import { setTargetForm } from './set-target.form'

const measure = (differs: Partial<DefinedMeasure> = {}): DefinedMeasure => ({
  title: 'Unallocated children',
  definition: 'Open cases without a named social worker.',
  unit: 'count',
  period: 'month',
  better: 'down',
  source: 'The Friday list',
  ownerId: null,
  recommendationIds: [],
  actionIds: [],
  notAnIdentifier: '',
  ...differs,
})
const steady = [14, 16, 14, 16, 14, 16, 14, 16, 14, 16, 14, 16, 14]
const from = '2025-09-01'

describe('who answers for a measure', () => {
  test('is somebody who is here, and whoever it was before is told', async ({ db }) => {
    const context = await contextFor(db, 'manager')
    const joy = await makePerson(db, { name: 'Joy Okafor' })
    const owen = await makePerson(db, { name: 'Owen Bevan' })
    const left = await makePerson(db, { suspendedAt: context.now })
    const refused = { allowed: false, because: 'Choose an owner who is still here.' }
    expect(await defineMeasure(context, measure({ ownerId: left }))).toEqual(refused)
    const defined = await defineMeasure(context, measure({ ownerId: joy }))
    if (!defined.allowed) throw new Error(defined.because)
    const { measureId } = defined
    expect(await measureView(context, measureId, 'latest')).toMatchObject({
      owner: { name: 'Joy Okafor', hasLeft: false },
      ownersBefore: [],
    })
    const edited = { ...measure({ ownerId: left }), version: 1 }
    expect(await editMeasure(context, measureId, edited)).toEqual(refused)
    expect(await editMeasure(context, measureId, { ...edited, ownerId: owen })).toEqual({
      allowed: true,
    })
    expect(await measureView(context, measureId, 'latest')).toMatchObject({
      owner: { name: 'Owen Bevan', hasLeft: false },
      ownersBefore: [{ name: 'Joy Okafor', until: '2026-11-20', note: '' }],
    })
    // Whoever has left stays named until somebody says otherwise, and that is seen.
    await db
      .updateTable('people')
      .set({ suspendedAt: context.now })
      .where('id', '=', owen)
      .execute()
    expect(await editMeasure(context, measureId, { ...edited, ownerId: owen, version: 2 })).toEqual(
      { allowed: true },
    )
    expect(await measureView(context, measureId, 'latest')).toMatchObject({
      owner: { name: 'Owen Bevan', hasLeft: true },
    })
  })
})

describe('saying what is measured', () => {
  test('puts the measure into the plan, linked to what it follows', async ({ db }) => {
    const context = await contextFor(db, 'manager')
    const recommendationId = await makeRecommendation(db)
    const actionId = await makeAction(db)
    const defined = await defineMeasure(
      context,
      measure({ recommendationIds: [recommendationId], actionIds: [actionId] }),
    )
    if (!defined.allowed) throw new Error(defined.because)
    const view = await measureView(context, defined.measureId, 'latest')
    expect(view).toMatchObject({
      title: 'Unallocated children',
      finding: 'Unallocated children: no figures yet',
      drawing: undefined,
      recommendations: [{ id: recommendationId }],
      actions: [{ id: actionId }],
      offers: { record: true, define: true, rebaseline: undefined },
    })
  })

  test('is refused twice under one name, for what is not there, and to a leader', async ({
    db,
  }) => {
    const context = await contextFor(db, 'manager')
    await defineMeasure(context, measure())
    expect(await defineMeasure(context, measure({ title: 'UNALLOCATED children' }))).toEqual({
      allowed: false,
      because: 'There is a measure of that name already.',
    })
    const nowhere = { title: 'Another', actionIds: [2_000_000_000] }
    expect(await defineMeasure(context, measure(nowhere))).toMatchObject({
      because: 'Choose actions from the list.',
    })
    expect(
      await defineMeasure(context, measure({ title: 'A', recommendationIds: [2_000_000_000] })),
    ).toMatchObject({ because: 'Choose recommendations from the list.' })
    expect(await defineMeasure(await contextFor(db, 'leader'), measure())).toMatchObject({
      because: 'Only a manager can do this.',
    })
    expect(await db.selectFrom('measures').select('id').execute()).toHaveLength(1)
  })

  test('can be said anew; unit and periods stay once there are figures', async ({ db }) => {
    const context = await contextFor(db, 'manager')
    const id = await makeMeasure(db)
    const [one, two] = [await makeAction(db), await makeAction(db)]
    const edit = (differs: Partial<DefinedMeasure>, version: number) =>
      editMeasure(context, id, { ...measure(differs), version })
    expect(await edit({ unit: 'days', actionIds: [one, two] }, 1)).toEqual({ allowed: true })
    expect(await edit({ unit: 'count', actionIds: [two] }, 2)).toEqual({ allowed: true })
    await makeFigures(db, id, { from, values: [1, 2] })
    expect(await edit({ unit: 'days' }, 3)).toMatchObject({
      because: expect.stringMatching(/^The unit stays/),
    })
    expect(await edit({ period: 'week' }, 3)).toMatchObject({
      because: expect.stringMatching(/^The periods stay/),
    })
    expect(await edit({ better: 'up' }, 2)).toMatchObject({
      because: expect.stringMatching(/^Somebody else changed this measure meanwhile/),
    })
    expect(await editMeasureView(context, id)).toMatchObject({
      measure: { title: 'Unallocated children', actionIds: [two], version: 3 },
      hasFigures: true,
    })
    expect(await edit({}, 3)).toEqual({ allowed: true })
    expect(await editMeasure(context, 2_000_000_000, { ...measure(), version: 1 })).toBeUndefined()
  })

  test.each([
    ['no name', { title: ' ' }, 'Give the measure a name.'],
    ['no definition', { definition: '' }, 'Say what exactly is counted, and what is left out.'],
    ['no unit', { unit: undefined }, 'Choose the unit.'],
    ['no periods', { period: 'moon' }, 'Say how often there is a figure.'],
    ['no direction', { better: '' }, 'Say which direction is better.'],
  ])('the form says what to do about %s', (_what, wrong, sentence) => {
    const typed = { ...measure(), ownerId: '', 'recommendationIds[]': ['1'], ...wrong }
    const read = defineMeasureForm.safeParse(typed)
    expect(read.error?.issues.map(({ message }) => message)).toEqual([sentence])
  })
})

describe('a target', () => {
  test('is valid from a day, and replaced from that day only', async ({ db }) => {
    const context = await contextFor(db, 'manager')
    const id = await makeMeasure(db)
    await makeFigures(db, id, { from, values: steady })
    await setTarget(context, id, { value: 30, validFrom: '2025-01-01' })
    await setTarget(context, id, { value: 12, validFrom: '2026-01-31' })
    expect(await setTarget(context, id, { value: 10, validFrom: '2026-01-31' })).toEqual({
      allowed: true,
    })
    const view = await measureView(context, id, 'all')
    expect(view?.targets).toEqual([
      { figure: '10', validFrom: '2026-01-31' },
      { figure: '30', validFrom: '2025-01-01' },
    ])
    expect(view?.rows.map((row) => row.target)).toEqual([
      ...Array<string>(9).fill('10'),
      ...Array<string>(4).fill('30'),
    ])
    const nobody = await contextFor(db, 'observer')
    expect(await setTarget(nobody, id, { value: 1, validFrom: from })).toMatchObject({
      because: 'Only a manager can do this.',
    })
    expect(await setTarget(context, 2_000_000_000, { value: 1, validFrom: from })).toBeUndefined()
  })

  test.each([
    ['none', { value: '' }, 'Give the target.'],
    ['a percentage of 140', { value: '140%' }, /more than 100%/],
    ['a comma', { value: '1,5' }, /Write 1.5/],
    ['no day', { validFrom: '' }, 'Give the day from which it is the target.'],
  ])('the form says what to do about %s', (_what, wrong, sentence) => {
    const read = setTargetForm('percent').safeParse({
      value: '85',
      validFrom: '1/4/2026',
      ...wrong,
    })
    expect(read.error?.issues[0]?.message).toMatch(sentence)
  })

  test('of none is asked for in so many words', () => {
    expect(setTargetForm('count').parse({ none: 'yes', validFrom: '1/4/2026' })).toEqual({
      value: null,
      validFrom: '2026-04-01',
    })
  })
})

describe('a comparison', () => {
  const typed = { kind: 'england', value: '85.7%', year: '2024/25', source: 'DfE, table A' }

  test('has its year and its source, one for each kind and year', async ({ db }) => {
    const context = await contextFor(db, 'manager')
    const id = await makeMeasure(db, { unit: 'percent' })
    const form = giveComparatorForm('percent')
    await giveComparator(context, id, form.parse(typed))
    expect(await giveComparator(context, id, form.parse({ ...typed, value: '86' }))).toEqual({
      allowed: true,
    })
    expect((await measureView(context, id, 'all'))?.comparators).toEqual([
      { kind: 'england', year: '2024-25', figure: '86%', source: 'DfE, table A' },
    ])
    expect(await giveComparator(context, 2_000_000_000, form.parse(typed))).toBeUndefined()
    const leader = await contextFor(db, 'leader')
    expect(await giveComparator(leader, id, form.parse(typed))).toMatchObject({ allowed: false })
  })

  test.each([
    ['nobody', { kind: '' }, 'Choose whom to compare with.'],
    ['no figure', { value: '..' }, 'Give their figure.'],
    ['a year that is none', { year: 'last' }, 'Give the year, such as 2024-25.'],
    ['two years that do not follow', { year: '2024-26' }, 'Give the year, such as 2024-25.'],
    ['no source', { source: '' }, 'Say where it was published.'],
  ])('the form says what to do about %s', (_what, wrong, sentence) => {
    const read = giveComparatorForm('percent').safeParse({ ...typed, ...wrong })
    expect(read.error?.issues.map(({ message }) => message)).toEqual([sentence])
  })
})

describe('a note', () => {
  test('stands at its period as a numbered flag, told in the order of the periods', async ({
    db,
  }) => {
    const context = await contextFor(db, 'manager')
    const id = await makeMeasure(db)
    await makeFigures(db, id, { from, values: steady })
    const note = (period: string, words: string) =>
      addNote(context, id, addNoteForm('month').parse({ period, words }))
    await note('July 2026', 'Agency contract ended.')
    expect(await note('Apr 26', 'Practice model rolled out.')).toEqual({ allowed: true })
    const view = await measureView(context, id, 'latest')
    expect(view?.notes).toMatchObject([
      { number: 1, period: 'April 2026', words: 'Practice model rolled out.', on: '2026-11-20' },
      { number: 2, period: 'July 2026' },
    ])
    expect(view?.drawing?.flags.map(({ number }) => number)).toEqual([1, 2])
    expect(view?.rows.find((row) => row.from === '2026-07-01')?.notes).toEqual([2])
    expect(await note('December 2026', 'x')).toMatchObject({
      because: 'December 2026 has not begun. A note says what happened.',
    })
    expect(await addNote(context, 2_000_000_000, { from, words: 'x', notAnIdentifier: '' })).toBe(
      undefined,
    )
    const leader = await contextFor(db, 'leader')
    expect(await addNote(leader, id, { from, words: 'x', notAnIdentifier: '' })).toMatchObject({
      allowed: false,
    })
  })
})

describe('limits that begin anew', () => {
  test('do so by a leader’s recorded decision, and those before stay', async ({ db }) => {
    const leader = await contextFor(db, 'leader')
    const id = await makeMeasure(db)
    await makeFigures(db, id, { from, values: [...steady.map((value) => value * 3), 14] })
    const decided = { from: '2026-03-01', reason: 'The duty desk.', notAnIdentifier: '' } as const
    expect((await rebaselineView(leader, id))?.periods[0]).toEqual({
      value: '2026-10-01',
      title: 'October 2026',
    })
    expect(await rebaseline(leader, id, decided)).toEqual({ allowed: true })
    expect(await rebaseline(leader, id, decided)).toMatchObject({
      because: 'The limits begin anew from March 2026 already.',
    })
    const manager = await contextFor(db, 'manager')
    expect(await rebaseline(manager, id, decided)).toMatchObject({
      because: 'Only a leader can do this.',
    })
    expect(await rebaseline(leader, 2_000_000_000, decided)).toBeUndefined()
    const view = await measureView(leader, id, 'all')
    expect(view?.baselines).toMatchObject([
      { period: 'March 2026', reason: 'The duty desk.', who: leader.actor.name, on: '2026-11-20' },
    ])
    expect(view?.rows[0]?.limits).not.toBe(view?.rows.at(-1)?.limits)
    expect(view?.drawing?.isOnTrial).toBe(true)
  })
})

describe('a measure', () => {
  test('shows the latest two years, all of it when asked, and every correction', async ({ db }) => {
    const context = await contextFor(db, 'manager')
    const id = await makeMeasure(db)
    const values = Array.from({ length: 30 }, (_, at) => 14 + (at % 2) * 2)
    await makeFigures(db, id, { from: '2024-05-01', values })
    await recordFigures(context, {
      figures: [{ measureId: id, from: '2026-10-01', figure: { value: 30, parts: null } }],
      reason: 'One team was left out.',
      notAnIdentifier: '',
    })
    const view = await measureView(context, id, 'latest')
    expect(view).toMatchObject({ figures: 30, isWhole: false, latest: '30 in October 2026' })
    expect(view?.drawing?.points).toHaveLength(24)
    expect(view?.drawing?.points.at(-1)?.shape).toBe('concern')
    expect((await measureView(context, id, 'all'))?.drawing?.points).toHaveLength(30)
    expect(view?.rows[0]).toMatchObject({
      figure: '30',
      signal: { meaning: 'concern', words: 'Concern: above the upper limit' },
      correction: { who: context.actor.name, reason: 'One team was left out.' },
      earlier: [{ figure: '16' }],
    })
    expect(view?.rows[1]).toMatchObject({ correction: undefined, earlier: [] })
    expect(await measureView(context, 2_000_000_000, 'all')).toBeUndefined()
  })

  test('marks visits, and when the actions for it started and finished', async ({ db }) => {
    const context = await contextFor(db, 'observer')
    const actionId = await makeAction(db, { startOn: '2026-02-02', deliveredOn: '2026-06-15' })
    const id = await makeMeasure(db)
    await makeFigures(db, id, { from, values: steady })
    await db.insertInto('measureLinks').values({ measureId: id, actionId }).execute()
    const visit = {
      inspectionId: await makeInspection(db),
      kind: 'monitoring-visit',
      expectedFrom: '2026-09-08',
      expectedTo: '2026-09-09',
      plannedById: context.actor.personId,
      plannedAt: aFriday,
    }
    await db
      .insertInto('visits')
      .values([
        { ...visit, heldFrom: '2026-09-08', heldTo: '2026-09-09' },
        { ...visit, expectedFrom: '2026-12-08', expectedTo: '2026-12-09' },
      ])
      .execute()
    const view = await measureView(context, id, 'latest')
    expect(view?.visits).toMatchObject([{ letter: 'a', on: '2026-09-08' }])
    expect(view?.drawing?.actions.map(({ what }) => what)).toEqual(['started', 'finished'])
    expect(view?.offers).toEqual({ record: false, define: false, rebaseline: undefined })
  })

  test('reads as it stood on a past day', async ({ db }) => {
    const before = await contextFor(db, 'manager', new Date('2026-11-02T09:00:00Z'))
    const after = await contextFor(db, 'manager', new Date('2026-11-10T09:00:00Z'))
    const defined = await defineMeasure(before, measure())
    const measureId = defined.allowed ? defined.measureId : 0
    const record = (context: typeof before, value: number, reason: string) =>
      recordFigures(context, {
        figures: [{ measureId, from: '2026-10-01', figure: { value, parts: null } }],
        reason,
        notAnIdentifier: '',
      })
    await record(before, 14, '')
    await setTarget(before, measureId, { value: 10, validFrom: from })
    await record(after, 15, 'Counted again.')
    await setTarget(after, measureId, { value: 5, validFrom: from })
    const now = await recordedMeasures(db, { measureId })
    const then = await asAt(db, new Date('2026-11-05T00:00:00Z'), (past) =>
      recordedMeasures(past, { measureId }),
    )
    const brief = (all: typeof now) =>
      all.map(({ points, targets }) => [points[0]?.value, targets[0]?.value])
    expect([brief(then), brief(now)]).toEqual([[[14, 10]], [[15, 5]]])
  })
})

describe('the list of measures', () => {
  test('has the worst first, and says where what is done does not help', async ({ db }) => {
    const context = await contextFor(db, 'leader')
    const ownerId = await makePerson(db)
    const delivered = await makeAction(db, {
      title: 'Write a hand-over protocol',
      ownerId,
      startOn: '2026-01-05',
      dueOn: '2026-06-30',
      deliveredOn: '2026-06-15',
    })
    const calm = await makeMeasure(db, { title: 'Calm' })
    const wrong = await makeMeasure(db, { title: 'Wrong' })
    await makeFigures(db, calm, { from, values: steady })
    await makeFigures(db, wrong, { from, values: [...steady, 40] })
    await db.insertInto('measureLinks').values({ measureId: wrong, actionId: delivered }).execute()
    const view = await measuresView(context)
    expect(view.measures.map(({ title, awaits }) => [title, awaits])).toEqual([
      ['Wrong', undefined],
      ['Calm', 'October 2026'],
    ])
    expect(view.measures[0]).toMatchObject({
      finding: 'Jumped in October 2026',
      latest: { figure: '40', period: 'Oct 2026' },
      glance: { meaning: 'concern', hasTarget: false },
    })
    expect(view.withoutEffect).toEqual([
      {
        action: { id: delivered, title: 'Write a hand-over protocol' },
        deliveredOn: '2026-06-15',
        measure: { id: wrong, title: 'Wrong' },
      },
    ])
    expect(view.wrongWayThoughGreen).toMatchObject([
      { measure: { id: wrong }, actions: [{ id: delivered }] },
    ])
    expect([view.mayDefine, view.mayRecord]).toEqual([false, false])
    const off = await makeAction(db, { ownerId, startOn: '2026-01-05', dueOn: '2026-06-30' })
    await db.insertInto('measureLinks').values({ measureId: wrong, actionId: off }).execute()
    expect((await measuresView(context)).wrongWayThoughGreen).toEqual([])
  })

  test('is empty before there is a measure', async ({ db }) => {
    expect(await measuresView(await contextFor(db, 'manager'))).toEqual({
      measures: [],
      withoutEffect: [],
      wrongWayThoughGreen: [],
      mayDefine: true,
      mayRecord: true,
    })
  })
})

describe('the database refuses', () => {
  test.for([
    ['measures_have_a_title', { title: ' ' }],
    ['measures_have_a_definition', { definition: ' ' }],
    ['measures_unit_is_one_we_know', { unit: 'furlongs' }],
    ['measures_period_is_one_we_know', { period: 'moon' }],
    ['measures_better_is_one_we_know', { better: 'left' }],
  ] as const)('a measure: %s', async ([constraint, differs], { db }) => {
    await expectRefusedBy(db, constraint, () => makeMeasure(db, differs))
  })

  test('what stands around the figures where it says nothing', async ({ db }) => {
    const measureId = await makeMeasure(db)
    const by = await makePerson(db)
    const at = aFriday
    const comparator = { measureId, kind: 'england', year: '2025', value: 1, source: 'DfE' }
    const compared = (differs: Partial<typeof comparator>) => () =>
      db
        .insertInto('measureComparators')
        .values({ ...comparator, ...differs, givenById: by, givenAt: at })
        .execute()
    await expectRefusedBy(db, 'measure_comparators_kind_is_one_we_know', compared({ kind: 'x' }))
    await expectRefusedBy(db, 'measure_comparators_name_their_year', compared({ year: 'last' }))
    await expectRefusedBy(db, 'measure_comparators_name_their_source', compared({ source: ' ' }))
    await expectRefusedBy(db, 'measure_comparators_fit_their_unit', compared({ value: -1 }))
    await compared({})()
    await expectRefusedBy(db, 'measure_comparators_one_of_a_kind_and_year', compared({}))

    const targeted = (value: number) => () =>
      db
        .insertInto('measureTargets')
        .values({ measureId, validFrom: from, value, setById: by, setAt: at })
        .execute()
    await expectRefusedBy(db, 'measure_targets_fit_their_unit', targeted(-1))
    await targeted(5)()
    await expectRefusedBy(db, 'measure_targets_one_from_a_day', targeted(6))

    await expectRefusedBy(db, 'measure_notes_have_words', () =>
      db
        .insertInto('measureNotes')
        .values({ measureId, periodFrom: from, words: ' ', writtenById: by, writtenAt: at })
        .execute(),
    )

    const decided = (reason: string) => () =>
      db
        .insertInto('measureBaselines')
        .values({ measureId, periodFrom: from, reason, decidedById: by, decidedAt: at })
        .execute()
    await expectRefusedBy(db, 'measure_baselines_have_a_reason', decided(' '))
    await decided('It changed.')()
    await expectRefusedBy(db, 'measure_baselines_one_from_a_period', decided('Again.'))
    await expectRefusedBy(db, 'measure_baselines_are_never_changed', () =>
      db.deleteFrom('measureBaselines').execute(),
    )

    const actionId = await makeAction(db)
    const linked = (link: { actionId?: number; recommendationId?: number }) => () =>
      db
        .insertInto('measureLinks')
        .values({ measureId, ...link })
        .execute()
    await expectRefusedBy(db, 'measure_links_are_to_one_thing', linked({}))
    await linked({ actionId })()
    await expectRefusedBy(db, 'measure_links_are_made_once', linked({ actionId }))
  })
})
