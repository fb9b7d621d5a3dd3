import { describe, expect, test } from 'vitest'
import { canInviteAgain } from './invitation'
import { type AccessFacts, canEndSuspension, canHaveRoles, canSuspend } from './suspension'

const admin = { personId: 1, roles: ['admin'] as const }
const manager = { personId: 2, roles: ['manager'] as const }
const worker: AccessFacts = {
  personId: 9,
  roles: ['practitioner'],
  isSuspended: false,
  otherAdministrators: 1,
}
const lastOne: AccessFacts = { ...worker, roles: ['admin'], otherAdministrators: 0 }
const lastBecause =
  'This is the last administrator who can sign in. Make somebody else an administrator first.'

describe('suspending', () => {
  test('an administrator suspends anybody else, another administrator too', () => {
    expect(canSuspend(admin, worker)).toEqual({ allowed: true })
    expect(canSuspend(admin, { ...lastOne, otherAdministrators: 1 })).toEqual({ allowed: true })
  })

  test.each([
    ['by a manager', manager, worker, 'Only an administrator can do this.'],
    ['twice', admin, { ...worker, isSuspended: true }, 'This person is suspended already.'],
    [
      'oneself',
      admin,
      { ...worker, personId: 1 },
      'You cannot suspend yourself. Ask another administrator.',
    ],
    ['the last administrator', admin, lastOne, lastBecause],
  ])('but not %s', (_what, actor, person, because) => {
    expect(canSuspend(actor, person)).toEqual({ allowed: false, because })
  })

  test('a suspension ends once', () => {
    expect(canEndSuspension(admin, { ...worker, isSuspended: true })).toEqual({ allowed: true })
    expect(canEndSuspension(admin, worker)).toEqual({
      allowed: false,
      because: 'This person is not suspended.',
    })
    expect(canEndSuspension(manager, { ...worker, isSuspended: true }).allowed).toBe(false)
  })
})

describe('roles', () => {
  test('change freely while another administrator can sign in', () => {
    expect(canHaveRoles(admin, { ...lastOne, otherAdministrators: 1 }, ['manager'])).toEqual({
      allowed: true,
    })
    expect(canHaveRoles(admin, lastOne, ['manager', 'admin'])).toEqual({ allowed: true })
  })

  test('but the last administrator stays one', () => {
    expect(canHaveRoles(admin, lastOne, ['manager'])).toEqual({
      allowed: false,
      because: lastBecause,
    })
  })

  test('and only an administrator changes them', () => {
    expect(canHaveRoles(manager, worker, ['leader']).allowed).toBe(false)
  })
})

describe('a new invitation', () => {
  test('is for anybody else who is not suspended', () => {
    expect(canInviteAgain(admin, worker)).toEqual({ allowed: true })
  })

  test.each([
    ['by a manager', manager, worker, 'Only an administrator can do this.'],
    [
      'for a suspended person',
      admin,
      { ...worker, isSuspended: true },
      'This person is suspended. End the suspension first.',
    ],
    [
      'for oneself',
      admin,
      { ...worker, personId: 1 },
      'Change your own password under My account.',
    ],
  ])('but not %s', (_what, actor, person, because) => {
    expect(canInviteAgain(actor, person)).toEqual({ allowed: false, because })
  })
})
