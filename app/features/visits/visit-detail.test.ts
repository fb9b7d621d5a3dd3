import { expect } from 'vitest'
import { inTransaction, type Tx } from '~/db/db.server'
import { insertVisit, recordVisitHeld } from '~/db/tables/visits.server'
import { test } from '~/testing/db-test'
import {
  contextFor,
  makeAction,
  makeInspection,
  makePerson,
  makeRecommendation,
} from '~/testing/make'
import { visitDetailView } from './visit-detail.query.server'
import { visitsView } from './visits.query.server'

const at = (db: Tx, day: string, story: (tx: Tx) => Promise<unknown>) =>
  inTransaction({ db, now: new Date(`${day}T10:00:00Z`) }, story)

/** An inspection in February, visits in June and September, one expected in December. */
async function aYear(db: Tx) {
  const ownerId = await makePerson(db)
  const made = { inspectionId: 0, actionId: 0, june: 0, september: 0, december: 0 }
  await at(db, '2026-03-20', async (tx) => {
    made.inspectionId = await makeInspection(tx)
    const recommendationId = await makeRecommendation(tx, { inspectionId: made.inspectionId })
    made.actionId = await makeAction(tx, {
      ownerId,
      startOn: '2026-09-01',
      dueOn: '2027-03-31',
      recommendationIds: [recommendationId],
    })
    const visit = (expectedFrom: string) =>
      insertVisit(tx, {
        inspectionId: made.inspectionId,
        kind: 'monitoring-visit',
        expectedFrom,
        expectedTo: expectedFrom,
        plannedById: ownerId,
        plannedAt: new Date('2026-03-20T10:00:00Z'),
      })
    made.june = await visit('2026-06-03')
    made.september = await visit('2026-09-12')
    made.december = await visit('2026-12-08')
  })
  const held = (id: number, day: '2026-06-03' | '2026-09-12') =>
    at(db, day, (tx) =>
      recordVisitHeld(tx, id, {
        heldFrom: day,
        heldTo: day,
        leadInspector: '',
        letterPublished: null,
      }),
    )
  await held(made.june, '2026-06-03')
  await held(made.september, '2026-09-12')
  return made
}

test('a visit shows what moved since the one before, and since it', async ({ db }) => {
  const { actionId, september, december, june } = await aYear(db)
  const own = (ownerId: number | null, day: string) =>
    at(db, day, (tx) =>
      tx.updateTable('actions').set({ ownerId }).where('id', '=', actionId).execute(),
    )
  await own(null, '2026-07-01')
  await own(await makePerson(db, { name: 'J. Okafor' }), '2026-10-01')
  await at(db, '2026-11-03', (tx) =>
    tx
      .updateTable('actions')
      .set({ deliveredOn: '2026-11-03' })
      .where('id', '=', actionId)
      .execute(),
  )
  const context = await contextFor(db, 'observer')

  const view = await visitDetailView(context, september)
  const { visit, changes: until } = view!.moved!.until!
  expect(visit?.id).toBe(june)
  expect([until.from, until.to]).toEqual(['2026-06-03', '2026-09-12'])
  expect(until.moved[0]?.changes.map((one) => one.sentence)).toContain('Nobody owns it any more.')
  const since = view!.moved!.since!.changes
  expect([since.from, since.to]).toEqual(['2026-09-12', '2026-11-20'])
  expect(since.moved[0]?.changes.map((one) => one.sentence)).toEqual([
    'Delivered on 3 November 2026.',
    'Now owned by J. Okafor.',
    'Colour: was “at risk”, is “delivered, awaiting assurance”.',
  ])
  expect(view?.mayRecord).toBeUndefined()

  const next = await visitDetailView(context, december)
  expect(next?.moved?.until?.visit?.id).toBe(september)
  expect(next?.moved?.until?.changes).toEqual(since)
  expect(next?.moved?.since).toBeUndefined()

  const first = await visitDetailView(context, june)
  expect(first?.moved?.until).toMatchObject({
    visit: undefined,
    changes: { from: '2026-03-20', to: '2026-06-03' },
  })
})

test('the list keeps the planned apart from the held, and offers planning to those who may', async ({
  db,
}) => {
  const { june, september, december } = await aYear(db)
  const seen = await visitsView(await contextFor(db, 'practitioner'))
  expect(seen.planned.map(({ id }) => id)).toEqual([december])
  expect(seen.past.map(({ id }) => id)).toEqual([september, june])
  expect(seen.mayPlan).toBe(false)
  expect((await visitsView(await contextFor(db, 'manager'))).mayPlan).toBe(true)
})

test('an administrator sees the visit but not how practice is judged', async ({ db }) => {
  const { september } = await aYear(db)
  const view = await visitDetailView(await contextFor(db, 'admin'), september)
  expect(view?.title).toBe('Monitoring visit of 12 September 2026')
  expect(view?.moved).toBeUndefined()
})

test('a visit that is not there is not found', async ({ db }) => {
  expect(await visitDetailView(await contextFor(db, 'manager'), 2_000_000_000)).toBeUndefined()
})
