import { describe, expect } from 'vitest'
import { test } from '~/testing/db-test'
import { contextFor, makeAction } from '~/testing/make'
import { markDelivered } from './mark-delivered.command.server'
import { markDeliveredView } from './mark-delivered.query.server'

const today = { deliveredOn: '2026-11-20' } as const

describe('an action is marked as delivered', () => {
  test('on a day that has come, with the milestones that are still open told', async ({ db }) => {
    const practitioner = await contextFor(db, 'practitioner')
    const id = await makeAction(db, { dueOn: '2026-12-18' })
    await db
      .insertInto('milestones')
      .values({ actionId: id, title: 'Pilot', dueOn: '2026-11-10' })
      .execute()
    expect(await markDeliveredView(practitioner, id)).toMatchObject({
      action: { hasOwner: false, hasDate: true },
      openMilestones: ['Pilot'],
      decision: { allowed: true },
    })
    expect(await markDelivered(practitioner, id, today)).toEqual({ allowed: true })
    const { deliveredOn } = await db
      .selectFrom('actions')
      .where('id', '=', id)
      .select('deliveredOn')
      .executeTakeFirstOrThrow()
    expect(deliveredOn).toBe('2026-11-20')
    const { after } = await db
      .selectFrom('events')
      .where('what', '=', 'action.delivered')
      .select('after')
      .executeTakeFirstOrThrow()
    expect(after).toEqual({ deliveredOn: '2026-11-20', milestonesOpen: 1 })
  })

  test('but not by a leader, twice, for a day to come, before it starts, or where there is none', async ({
    db,
  }) => {
    const manager = await contextFor(db, 'manager')
    const open = await makeAction(db, { startOn: '2026-11-01' })
    const delivered = await makeAction(db, { deliveredOn: '2026-11-02' })
    expect(await markDelivered(await contextFor(db, 'leader'), open, today)).toMatchObject({
      because: 'Only a social worker or a manager can do this.',
    })
    const twice = { allowed: false, because: 'This action was delivered on 2 November 2026.' }
    expect(await markDelivered(manager, delivered, today)).toEqual(twice)
    expect((await markDeliveredView(manager, delivered))?.decision).toEqual(twice)
    expect(await markDelivered(manager, open, { deliveredOn: '2026-11-21' })).toMatchObject({
      because: '21 November 2026 has not come yet.',
    })
    expect(await markDelivered(manager, open, { deliveredOn: '2026-10-31' })).toMatchObject({
      because: 'The action did not start until 1 November 2026.',
    })
    expect(await markDelivered(manager, 999_999, today)).toBeUndefined()
  })
})
