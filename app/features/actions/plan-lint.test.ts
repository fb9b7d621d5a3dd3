import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { insertVisit } from '~/db/tables/visits.server'
import { likeness, trigramsOf } from '~/domain/plan/alike'
import { test } from '~/testing/db-test'
import {
  contextFor,
  makeAction,
  makeFigures,
  makeInspection,
  makeMeasure,
  makePerson,
  makeRecommendation,
} from '~/testing/make'
import { lintIn, planLintView } from './plan-lint.query.server'

const everything = { only: undefined, after: undefined } as const

describe('what the plan lacks', () => {
  test('is told from the whole plan, kind by kind', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const inspectionId = await makeInspection(db)
    const first = await makeRecommendation(db, { inspectionId })
    const second = await makeRecommendation(db)
    const unanswered = await makeRecommendation(db, { inspectionId })
    const ownerId = await makePerson(db)
    const planned = {
      ...{ ownerId, dueOn: '2026-12-04', successMeasure: 'Nine in ten.' },
      outcome: 'Children keep one worker.',
    }
    const good = async (title: string, recommendationId: number) => {
      const id = await makeAction(db, { ...planned, title, recommendationIds: [recommendationId] })
      await db
        .insertInto('milestones')
        .values({ actionId: id, title: 'Agreed', dueOn: '2026-11-30' })
        .execute()
      return id
    }
    const one = await good('Train all managers in supervision', first)
    const other = await good('Train managers in supervision', second)
    for (const title of ['Hear fathers', 'Count moves', 'Ask schools']) await good(title, first)
    const bare = await makeAction(db, { title: 'Nothing known', outcome: 'A new policy' })
    await insertVisit(db, {
      inspectionId,
      kind: 'monitoring-visit',
      expectedFrom: '2026-12-08',
      expectedTo: '2026-12-09',
      plannedById: manager.actor.personId,
      plannedAt: manager.now,
    })

    const view = await planLintView(manager, everything)
    expect(view.counts).toEqual([
      { kind: 'unanswered', count: 1 },
      { kind: 'no-recommendation', count: 1 },
      { kind: 'no-owner', count: 1 },
      { kind: 'no-date', count: 1 },
      { kind: 'no-measure', count: 1 },
      { kind: 'no-milestone', count: 1 },
      { kind: 'activity', count: 1 },
      { kind: 'piled-up', count: 5 },
      { kind: 'alike', count: 1 },
    ])
    expect(view.notes[0]?.cause.id).toBe(unanswered)
    expect(view.notes.filter(({ cause }) => cause.id === bare)).toHaveLength(6)
    expect(view.notes.at(-1)).toMatchObject({ cause: { id: one }, other: { id: other } })

    const only = await planLintView(manager, { ...everything, only: 'alike' })
    expect(only.notes).toHaveLength(1)
    expect(only.counts).toEqual(view.counts)
  })

  test('is not a measure, where one is linked that has a figure', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const linked = async (title: string) => {
      const actionId = await makeAction(db, { title: `Action of ${title}` })
      const measureId = await makeMeasure(db, { title })
      await db.insertInto('measureLinks').values({ measureId, actionId }).execute()
      return { actionId, measureId }
    }
    const followed = await linked('Unallocated children')
    await makeFigures(db, followed.measureId, { from: '2026-10-01', values: [12] })
    const empty = await linked('Changes of worker')
    const { notes } = await planLintView(manager, { ...everything, only: 'no-measure' })
    expect(notes.map(({ cause, sentence }) => [cause.id, sentence])).toEqual([
      [empty.actionId, '“Changes of worker” is linked and has no figure yet.'],
    ])
  })

  test('is a measure again, where the only figure of the one that is linked was taken away', async ({
    db,
  }) => {
    const manager = await contextFor(db, 'manager')
    const actionId = await makeAction(db)
    const measureId = await makeMeasure(db, { title: 'Changes of worker' })
    await db.insertInto('measureLinks').values({ measureId, actionId }).execute()
    let revision = 0
    const record = async (value: number | null) => {
      revision += 1
      await db
        .insertInto('measurePoints')
        .values({
          ...{
            measureId,
            unit: 'count',
            period: 'month',
            periodFrom: '2026-10-01',
            value,
            revision,
          },
          ...{ enteredById: manager.actor.personId, enteredAt: manager.now },
          reason: revision === 1 ? '' : 'It was another month’s.',
        })
        .execute()
      return (await planLintView(manager, { ...everything, only: 'no-measure' })).notes
    }
    expect(await record(12)).toEqual([])
    expect(await record(null)).toMatchObject([{ cause: { id: actionId } }])
    expect(await record(11)).toEqual([])
  })

  test('goes on page by page, by key: what is mended meanwhile moves nothing', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const ids: number[] = []
    for (let at = 0; at < 103; at += 1) ids.push(await makeAction(db))
    const overview = await planLintView(manager, everything)
    expect(overview.notes.filter(({ kind }) => kind === 'no-date')).toHaveLength(25)
    expect(overview.counts).toContainEqual({ kind: 'no-date', count: 103 })
    const page = (after: string) =>
      planLintView(manager, lintIn(new URLSearchParams({ only: 'no-date', after })))
    const first = await page('')
    await db
      .updateTable('actions')
      .set({ dueOn: '2026-12-18', originalDueOn: '2026-12-18' })
      .where('id', '=', ids[0]!)
      .execute()
    const second = await page(first.next!)
    expect([...first.notes, ...second.notes].map(({ cause }) => cause.id)).toEqual(ids)
    expect(second).toMatchObject({ next: undefined, isLater: true })
    expect((await page('nonsense')).isLater).toBe(false)
  })

  test('is nothing in an empty plan', async ({ db }) => {
    const view = await planLintView(await contextFor(db, 'manager'), everything)
    expect(view).toMatchObject({ counts: [], notes: [], only: undefined, next: undefined })
  })
})

test('titles are as alike as Postgres finds them', async ({ db }) => {
  const pairs = [
    ['Train managers in supervision', 'Train all managers in supervision'],
    ['Test the hand-over protocol by audit', 'Audit the hand-over protocol'],
    ['Weekly allocation meeting', 'Pathway plans'],
    ['Ein Übergang', 'ein übergang'],
    ['One', ''],
  ] as const
  for (const [a, b] of pairs) {
    const { rows } = await sql<{ found: number }>`
      select similarity(unaccent(${a}), unaccent(${b})) as found`.execute(db)
    expect(likeness(trigramsOf(a), trigramsOf(b))).toBeCloseTo(rows[0]!.found, 5)
  }
})
