import { describe, expect, test } from 'vitest'
import type { Actor } from '../access/permissions'
import { canMarkDelivered } from './deliver'

const practitioner: Actor = { personId: 1, roles: ['practitioner'] }
const open = { startOn: '2026-09-01', deliveredOn: null } as const
const today = '2026-11-20'

describe('an action is marked as delivered', () => {
  test.each([
    ['a social worker', practitioner],
    ['a manager', { personId: 2, roles: ['manager'] } as Actor],
  ])('by %s', (_who, actor) => {
    expect(canMarkDelivered(actor, open, { deliveredOn: today, today })).toEqual({ allowed: true })
    expect(canMarkDelivered(actor, open)).toEqual({ allowed: true })
  })

  test.each([
    [
      'by an observer',
      { personId: 3, roles: ['observer'] } as Actor,
      open,
      today,
      'Only a social worker or a manager can do this.',
    ],
    [
      'twice',
      practitioner,
      { ...open, deliveredOn: '2026-11-02' },
      today,
      'This action was delivered on 2 November 2026.',
    ],
    ['for a day to come', practitioner, open, '2026-11-21', '21 November 2026 has not come yet.'],
    [
      'before it started',
      practitioner,
      open,
      '2026-08-31',
      'The action did not start until 1 September 2026.',
    ],
  ] as const)('but not %s', (_how, actor, action, deliveredOn, because) => {
    expect(canMarkDelivered(actor, action, { deliveredOn, today })).toMatchObject({
      allowed: false,
      because,
    })
  })
})
