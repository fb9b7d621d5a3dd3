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
    ['accepted without more words', { verdict: 'accepted', reason: '', strength: 'output' }],
    ['accepted with a word', { verdict: 'accepted', reason: 'Clear.', strength: 'difference' }],
    ['rejected with a reason', { verdict: 'rejected', reason: 'It is of another team.' }],
    ['returned with a reason', { verdict: 'returned', reason: 'Say which months.' }],
  ] as const)('and %s', (_how, answer) => {
    expect(canReview(as('manager'), evidence, answer)).toEqual({ allowed: true })
  })

  test('as accepted also where nothing says yet what it is for', () => {
    const answer = { verdict: 'accepted', reason: '', strength: 'output' } as const
    expect(canReview(as('manager'), { ...evidence, missing: ['purpose'] }, answer).allowed).toBe(
      true,
    )
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
      'once it is rejected',
      { verdict: 'rejected' },
      undefined,
      'This evidence is already rejected.',
    ],
    [
      'as accepted without saying how much it shows',
      {},
      { verdict: 'accepted', reason: '', strength: null },
      'Say whether it shows activity, output or a difference for children.',
    ],
    [
      'as accepted while its kind is missing',
      { missing: ['kind', 'purpose'] },
      { verdict: 'accepted', reason: '', strength: 'output' },
      'It cannot be accepted yet. Missing: its kind.',
    ],
    [
      'as rejected without a reason',
      {},
      { verdict: 'rejected', reason: ' ' },
      'Say why it does not show this, so that nobody relies on it.',
    ],
    [
      'as returned without a reason',
      {},
      { verdict: 'returned', reason: ' \t' },
      'Say what is missing, so that it can be put right.',
    ],
  ] as const)('but not %s', (_how, differs, answer, because) => {
    expect(canReview(as('manager'), { ...evidence, ...differs }, answer)).toMatchObject({
      allowed: false,
      because,
    })
  })
})
