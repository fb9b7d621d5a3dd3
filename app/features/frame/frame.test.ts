import { describe, expect } from 'vitest'
import { inTransaction } from '~/db/db.server'
import { heldBackFacts } from '~/db/held-back-facts.server'
import { planFacts } from '~/db/plan-facts.server'
import { recordEvent } from '~/db/tables/events.server'
import { insertRepeatDecision } from '~/db/tables/repeat-decisions.server'
import { heldBack } from '~/domain/plan/held-back'
import { readinessOf } from '~/domain/plan/readiness'
import { test } from '~/testing/db-test'
import {
  contextFor,
  makeAction,
  makeEvidence,
  makeFigures,
  makeInspection,
  makeMeasure,
  makePerson,
  makeRecommendation,
} from '~/testing/make'
import { frameView } from './frame.query.server'

describe('what stands around every page', () => {
  test('tells leaders and managers how many recommendations hold us back', async ({ db }) => {
    await makeRecommendation(db)
    await makeRecommendation(db)
    expect((await frameView(await contextFor(db, 'leader'))).heldBack).toBe(2)
    expect((await frameView(await contextFor(db, 'manager'))).heldBack).toBe(2)
  })

  test.for(['practitioner', 'observer', 'admin'] as const)('and not a %s', async (role, { db }) => {
    await makeRecommendation(db)
    expect((await frameView(await contextFor(db, role))).heldBack).toBe(0)
  })

  test('counts what the page of readiness calls not ready, whatever was done', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const [done, begun, told, again] = [
      await makeRecommendation(db),
      await makeRecommendation(db),
      await makeRecommendation(db),
      await makeRecommendation(db, {
        inspectionId: await makeInspection(db, {
          ...{ inspectedFrom: '2026-06-01', inspectedTo: '2026-06-12' },
          reportReceivedOn: '2026-07-10',
        }),
      }),
    ]
    await makeRecommendation(db)
    const finished = await makeAction(db, {
      ...{ deliveredOn: '2026-06-01', dueOn: '2026-06-30', recommendationIds: [done, told] },
    })
    await makeAction(db, { dueOn: '2027-06-01', recommendationIds: [begun] })
    for (const kind of ['case-audit', 'voice']) {
      const addedById = await makePerson(db)
      const evidenceId = await makeEvidence(db, { kind, addedById, actionIds: [finished] })
      await db
        .insertInto('evidenceReviews')
        .values({
          ...{ evidenceId, addedById, reviewerId: await makePerson(db) },
          ...{ reviewedAt: manager.now, verdict: 'accepted', strength: 'output' },
        })
        .execute()
    }
    const count = async () => {
      const context = await contextFor(db, 'manager')
      const { counts } = readinessOf(await planFacts(db, context.actor, context.today))
      const facts = await heldBackFacts(db, context.today)
      expect(heldBack(facts)).toHaveLength(counts['not-yet'])
      return counts['not-yet']
    }
    expect(await count()).toBe(3)
    // said again by a later inspection, it is judged there, where only what is open answers
    await insertRepeatDecision(db, {
      ...{ earlierId: told, laterId: again, verdict: 'same', proposedBecause: '' },
      ...{ decidedById: manager.actor.personId, decidedAt: manager.now },
    })
    expect(await count()).toBe(3)
    const measureId = await makeMeasure(db)
    await makeFigures(db, measureId, {
      ...{ from: '2025-01-01', enteredById: manager.actor.personId },
      values: [14, 16, 14, 16, 14, 16, 14, 16, 14, 16, 14, 16, 14, 16, 14, 16, 14, 16, 14, 16, 60],
    })
    await db.insertInto('measureLinks').values({ measureId, actionId: finished }).execute()
    expect(await count()).toBe(4)
  })

  test('counts anew once something happened, and on a new day', async ({ db }) => {
    const leader = await contextFor(db, 'leader')
    const count = async (today = leader.today) => (await frameView({ ...leader, today })).heldBack
    expect(await count()).toBe(0)
    await inTransaction(leader, async (tx) => {
      const id = await makeRecommendation(tx)
      await makeAction(tx, { recommendationIds: [id] })
      await recordEvent(tx, {
        what: 'action.created',
        subject: { kind: 'action', id: 1 },
        actorId: leader.actor.personId,
        happenedAt: leader.now,
      })
    })
    expect(await count()).toBe(1)
    await makeRecommendation(db)
    expect(await count('2026-11-21')).toBe(2)
  })
})
