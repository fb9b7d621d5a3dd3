import { describe, expect } from 'vitest'
import { evidenceStandings } from '~/domain/evidence/standing'
import { test } from '~/testing/db-test'
import { contextFor, makeAction, makeEvidence } from '~/testing/make'
import { evidenceLibraryView } from './evidence-library.query.server'
import { reviewEvidence } from './review-evidence.command.server'

const accepts = {
  verdict: 'accepted',
  reason: '',
  strength: 'output',
  sampleSize: 12,
  latestReviewId: null,
  notAnIdentifier: '',
} as const

describe('the evidence library', () => {
  test('shows newest first, page by page, each piece once', async ({ db }) => {
    const observer = await contextFor(db, 'observer')
    const made: number[] = []
    for (let n = 0; n < 60; n += 1) {
      // several added in the same moment
      const addedAt = new Date(Date.UTC(2026, 9, 1 + Math.floor(n / 4)))
      made.push(await makeEvidence(db, { addedAt }))
    }
    const first = await evidenceLibraryView(observer, {})
    const second = await evidenceLibraryView(observer, { after: String(first.after) })
    const ids = [...first.evidence, ...second.evidence].map(({ id }) => id)
    expect(first.evidence).toHaveLength(50)
    expect(ids).toEqual(made.toReversed())
    expect(second.after).toBeUndefined()
  })

  test('is filtered by kind and by how evidence stands', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const waiting = await makeEvidence(db)
    const accepted = await makeEvidence(db)
    // performance data stays fresh for three months: the last day was yesterday, and is today
    const data = { kind: 'performance-data', periodFrom: '2026-08-01' } as const
    const stale = await makeEvidence(db, { ...data, periodTo: '2026-08-19' })
    const fresh = await makeEvidence(db, { ...data, periodTo: '2026-08-20' })
    const returned = await makeEvidence(db)
    for (const id of [accepted, stale, fresh]) await reviewEvidence(manager, id, accepts)
    await reviewEvidence(manager, returned, { ...accepts, verdict: 'returned', reason: 'Why?' })

    const idsOf = async (asked: { kind?: string; state?: string }) =>
      (await evidenceLibraryView(manager, asked)).evidence.map(({ id }) => id).sort((a, b) => a - b)
    expect(await idsOf({ kind: 'performance-data' })).toEqual([stale, fresh])
    expect(await idsOf({ state: 'awaiting-review' })).toEqual([waiting])
    expect(await idsOf({ state: 'accepted' })).toEqual([accepted, fresh])
    expect(await idsOf({ state: 'stale' })).toEqual([stale])
    expect(await idsOf({ state: 'returned' })).toEqual([returned])
    expect(await idsOf({ kind: 'nonsense', state: 'nonsense' })).toHaveLength(5)
    for (const state of evidenceStandings) {
      const { evidence } = await evidenceLibraryView(manager, { state })
      expect(evidence.every(({ standing }) => standing === state)).toBe(true)
    }
  })

  test('leaves out what one may not see', async ({ db }) => {
    const adder = await contextFor(db, 'practitioner')
    await makeEvidence(db, { restricted: true, addedById: adder.actor.personId })
    for (const [context, count] of [
      [adder, 1],
      [await contextFor(db, 'practitioner'), 0],
      [await contextFor(db, 'observer'), 0],
      [await contextFor(db, 'leader'), 1],
      [await contextFor(db, 'manager'), 1],
    ] as const) {
      expect((await evidenceLibraryView(context, {})).evidence).toHaveLength(count)
    }
  })

  test('puts first what waits for this manager, longest waiting first', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const own = { ownerId: manager.actor.personId }
    await makeEvidence(db, { addedById: manager.actor.personId })
    await makeEvidence(db, { actionIds: [await makeAction(db, own)] })
    const accepted = await makeEvidence(db)
    await reviewEvidence(manager, accepted, accepts)
    const newer = await makeEvidence(db, { addedAt: new Date('2026-11-02') })
    const older = await makeEvidence(db, { addedAt: new Date('2026-11-01'), restricted: true })

    const view = await evidenceLibraryView(manager, {})
    expect(view.waiting.map(({ id }) => id)).toEqual([older, newer])
    expect(view.waitingInAll).toBe(2)
    expect((await evidenceLibraryView(manager, { state: 'returned' })).waiting).toEqual([])
    const worker = await contextFor(db, 'practitioner')
    expect((await evidenceLibraryView(worker, {})).waiting).toEqual([])
  })
})

test.for(['1.5', '3000000000', 'soon'])('a page after %s is the first', async (after, { db }) => {
  const id = await makeEvidence(db)
  const view = await evidenceLibraryView(await contextFor(db, 'observer'), { after })
  expect(view).toMatchObject({ isFirstPage: true, evidence: [{ id }] })
})

test('an action without an owner or a date is told as a gap', async ({ db }) => {
  const manager = await contextFor(db, 'manager')
  const full = await makeAction(db, { ownerId: manager.actor.personId, dueOn: '2026-12-18' })
  const bare = await makeAction(db)
  await makeEvidence(db, { actionIds: [full, bare] })
  const { evidence } = await evidenceLibraryView(manager, {})
  expect(evidence[0]?.actions).toMatchObject([
    { id: full, hasOwner: true, hasDate: true },
    { id: bare, hasOwner: false, hasDate: false },
  ])
})
