import { describe, expect, test } from 'vitest'
import type { Actor, Role } from '../access/permissions'
import { canSignOffImpact, impactOf } from './impact'

const today = '2025-11-28'

describe('impact is', () => {
  test.each([
    ['too early before delivery', null, [], 'too-early', 'It is not delivered yet.'],
    ['too early when delivered later', '2025-12-01', [], 'too-early', 'It is not delivered yet.'],
    [
      'too early for 90 days after delivery',
      '2025-08-30',
      [],
      'too-early',
      'It was delivered on 30 August 2025; impact is looked for within 90 days.',
    ],
    [
      'not shown after 91 days without a sign-off',
      '2025-08-29',
      [],
      'not-shown',
      'It was delivered 91 days ago and no leader has signed what difference it made.',
    ],
    [
      'what a leader signed',
      '2025-08-29',
      [{ signedOn: '2025-11-01', verdict: 'partly' }],
      'partly',
      'A leader signed on 1 November 2025: made some difference.',
    ],
    [
      'what a leader signed last, in whatever order it comes',
      '2025-08-29',
      [
        { signedOn: '2025-11-20', verdict: 'made-no-difference' },
        { signedOn: '2025-11-01', verdict: 'made-a-difference' },
      ],
      'made-no-difference',
      'A leader signed on 20 November 2025: made no difference.',
    ],
    [
      'the second of two signed on one day',
      null,
      [
        { signedOn: '2025-11-20', verdict: 'partly' },
        { signedOn: '2025-11-20', verdict: 'worse' },
      ],
      'worse',
      'A leader signed on 20 November 2025: made things worse.',
    ],
    [
      'too early where a leader says so',
      '2025-05-01',
      [{ signedOn: '2025-11-01', verdict: 'too-early' }],
      'too-early',
      'A leader found it too early to say on 1 November 2025.',
    ],
    [
      'not shown when that was long ago',
      '2025-05-01',
      [{ signedOn: '2025-08-01', verdict: 'too-early' }],
      'not-shown',
      'A leader found it too early 119 days ago; nothing is signed since.',
    ],
    [
      'not what a leader signed after that day',
      '2025-08-29',
      [{ signedOn: '2025-11-29', verdict: 'made-a-difference' }],
      'not-shown',
      'It was delivered 91 days ago and no leader has signed what difference it made.',
    ],
  ] as const)('%s', (_what, deliveredOn, signOffs, impact, reason) => {
    expect(impactOf({ deliveredOn, signOffs }, today)).toMatchObject({ impact, reason })
  })
})

describe('impact can be signed off', () => {
  const as = (role: Role): Actor => ({ personId: 1, roles: [role] })
  const action = { ownerId: 2, acceptedEvidence: 1 }

  test('by a leader who does not own the action, once evidence is accepted', () => {
    expect(canSignOffImpact(as('leader'), action)).toEqual({ allowed: true })
    expect(canSignOffImpact(as('leader'), { ...action, ownerId: null })).toEqual({ allowed: true })
    expect(canSignOffImpact(as('leader'), action, { words: 'Fewer re-referrals.' })).toEqual({
      allowed: true,
    })
  })

  test.each(['practitioner', 'manager', 'observer', 'admin'] as const)(
    'but not by a %s',
    (role) => {
      expect(canSignOffImpact(as(role), action)).toEqual({
        allowed: false,
        because: 'Only a leader can do this.',
      })
    },
  )

  test.each([
    [
      'by the leader who owns it',
      { ownerId: 1 },
      undefined,
      'Somebody other than the owner must sign off its impact.',
    ],
    [
      'before evidence is accepted',
      { acceptedEvidence: 0 },
      undefined,
      'Impact can be signed off once evidence is accepted.',
    ],
    [
      'without words',
      {},
      { words: '  ' },
      'Say what difference it made for children, and how you know.',
    ],
  ] as const)('but not %s', (_how, differs, signing, because) => {
    expect(canSignOffImpact(as('leader'), { ...action, ...differs }, signing)).toEqual({
      allowed: false,
      because,
    })
  })
})
