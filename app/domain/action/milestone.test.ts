import { describe, expect, test } from 'vitest'
import type { Actor } from '../access/permissions'
import { canAddMilestone, canCompleteMilestone } from './milestone'

const practitioner: Actor = { personId: 1, roles: ['practitioner'] }
const manager: Actor = { personId: 2, roles: ['manager'] }
const today = '2026-11-20'

describe('a milestone', () => {
  test('is added by a manager while the action is open', () => {
    expect(canAddMilestone(manager, { deliveredOn: null })).toEqual({ allowed: true })
  })

  test.each([
    ['by a social worker', practitioner, null, 'Only a manager can do this.'],
    [
      'to a delivered action',
      manager,
      today,
      'This action is delivered, so no milestone is added to it.',
    ],
  ] as const)('is not added %s', (_how, actor, deliveredOn, because) => {
    expect(canAddMilestone(actor, { deliveredOn })).toMatchObject({ allowed: false, because })
  })

  test('is done on a day that has come', () => {
    expect(canCompleteMilestone(practitioner, { doneOn: null }, { doneOn: today, today })).toEqual({
      allowed: true,
    })
  })

  test.each([
    [
      'by a leader',
      { personId: 3, roles: ['leader'] } as Actor,
      null,
      today,
      'Only a social worker or a manager can do this.',
    ],
    ['twice', manager, '2026-11-02', today, 'This milestone was done on 2 November 2026.'],
    ['ahead of its day', manager, null, '2026-11-21', '21 November 2026 has not come yet.'],
  ] as const)('is not done %s', (_how, actor, was, doneOn, because) => {
    expect(canCompleteMilestone(actor, { doneOn: was }, { doneOn, today })).toMatchObject({
      allowed: false,
      because,
    })
  })
})
