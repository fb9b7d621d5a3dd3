import { describe, expect, test } from 'vitest'
import type { Actor, Role } from '../access/permissions'
import { canReview } from './review'

const as = (role: Role): Actor => ({ personId: 1, roles: [role] })
const evidence = { addedById: 2, actionOwnerIds: [3, 4], verdict: null }

describe('evidence can be reviewed', () => {
  test('by a manager who neither added it nor owns its action', () => {
    expect(canReview(as('manager'), evidence)).toEqual({ allowed: true })
  })

  test.each([
    ['accepted without more words', { verdict: 'accepted', reason: '' }],
    ['accepted with a word', { verdict: 'accepted', reason: 'Clear sample.' }],
    ['returned with a reason', { verdict: 'returned', reason: 'Say which months.' }],
  ] as const)('and %s', (_how, answer) => {
    expect(canReview(as('manager'), evidence, answer)).toEqual({ allowed: true })
  })

  test('again after it was returned', () => {
    expect(canReview(as('manager'), { ...evidence, verdict: 'returned' }).allowed).toBe(true)
  })

  test.each(['practitioner', 'observer', 'admin'] as const)('but not by a %s', (role) => {
    expect(canReview(as(role), evidence).allowed).toBe(false)
  })

  test.each([
    [
      'by the person who added it',
      { addedById: 1 },
      undefined,
      'Somebody other than the person who added it must review it.',
    ],
    [
      'by the owner of one of its actions',
      { actionOwnerIds: [3, 1] },
      undefined,
      'Somebody other than the owner of the action must review it.',
    ],
    [
      'once it is accepted',
      { verdict: 'accepted' },
      undefined,
      'This evidence is already accepted.',
    ],
    [
      'as returned without a reason',
      {},
      { verdict: 'returned', reason: ' \t' },
      'Say what is missing, so that it can be put right.',
    ],
  ] as const)('but not %s', (_how, differs, answer, because) => {
    expect(canReview(as('manager'), { ...evidence, ...differs }, answer)).toEqual({
      allowed: false,
      because,
    })
  })
})
