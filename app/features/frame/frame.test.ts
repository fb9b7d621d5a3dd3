import { describe, expect } from 'vitest'
import { inTransaction } from '~/db/db.server'
import { recordEvent } from '~/db/tables/events.server'
import { test } from '~/testing/db-test'
import { contextFor, makeAction, makeRecommendation } from '~/testing/make'
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
