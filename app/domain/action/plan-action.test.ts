import { expect, test } from 'vitest'
import type { Actor } from '../access/permissions'
import { canCreateAction, canEditAction } from './plan-action'

const manager: Actor = { personId: 1, roles: ['manager'] }
const practitioner: Actor = { personId: 2, roles: ['practitioner'] }

test.each([canCreateAction, canEditAction])(
  'a manager plans an action, with or without dates',
  (can) => {
    expect(can(manager)).toEqual({ allowed: true })
    expect(can(manager, { startOn: null, dueOn: null })).toEqual({ allowed: true })
    expect(can(manager, { startOn: '2026-11-20', dueOn: '2026-11-20' })).toEqual({ allowed: true })
  },
)

test.each([canCreateAction, canEditAction])(
  'but nobody else does, nor one due before it starts',
  (can) => {
    expect(can(practitioner)).toMatchObject({
      allowed: false,
      because: 'Only a manager can do this.',
    })
    expect(can(manager, { startOn: '2026-11-20', dueOn: '2026-11-19' })).toMatchObject({
      allowed: false,
      because: 'An action cannot be due before it starts.',
    })
  },
)
