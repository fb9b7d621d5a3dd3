import { describe, expect, test } from 'vitest'
import type { Actor, Role } from '../access/permissions'
import { canRequestEvidence, canTakeRequestStep } from './requests'

const today = '2026-11-20'
const a = (...roles: Role[]): Actor => ({ personId: 1, roles })

describe('evidence is asked for', () => {
  const request = { dueOn: today, askedOf: { canAdd: true } } as const

  test('by a manager, of somebody who can add it, from today on', () => {
    expect(canRequestEvidence(a('manager'), today, request).allowed).toBe(true)
  })

  test.each([
    ['by a social worker', a('practitioner'), request, 'Only a manager can do this.'],
    [
      'of nobody',
      a('manager'),
      { ...request, askedOf: undefined },
      'Choose a person from the list.',
    ],
    [
      'of an observer',
      a('manager'),
      { ...request, askedOf: { canAdd: false } },
      'Choose a person from the list.',
    ],
    [
      'by yesterday',
      a('manager'),
      { ...request, dueOn: '2026-11-19' },
      'Choose today or a later day.',
    ],
  ] as const)('but not %s', (_what, actor, asked, because) => {
    expect(canRequestEvidence(actor, today, asked)).toMatchObject({ allowed: false, because })
  })
})

describe('a request', () => {
  const open = { askedOfId: 1, state: 'open', isRefused: false } as const
  const reason = 'The team it was about is no more.'

  test('is taken back by a manager, who says why', () => {
    expect(canTakeRequestStep(a('manager'), { ...open, askedOfId: 2 }, 'withdraw', reason)).toEqual(
      {
        allowed: true,
      },
    )
  })

  test('is refused by the person who is asked, who says why', () => {
    expect(canTakeRequestStep(a('practitioner'), open, 'refuse', reason)).toEqual({ allowed: true })
  })

  test('is still taken back once the person who is asked cannot bring it', () => {
    const refused = { ...open, isRefused: true }
    expect(canTakeRequestStep(a('manager'), refused, 'withdraw', reason)).toEqual({ allowed: true })
  })

  test.each([
    ['taken back by a leader', a('leader'), open, 'withdraw', reason, /^Only a manager/],
    [
      'taken back without a reason',
      a('manager'),
      open,
      'withdraw',
      ' ',
      /^Say why it is no longer/,
    ],
    [
      'taken back once it is answered',
      a('manager'),
      { ...open, state: 'answered' },
      ...(['withdraw', reason, /already answered/] as const),
    ],
    [
      'taken back twice',
      a('manager'),
      { ...open, state: 'withdrawn' },
      ...(['withdraw', reason, /taken back already/] as const),
    ],
    [
      'refused by somebody else, a manager neither',
      a('manager'),
      { ...open, askedOfId: 2 },
      ...(['refuse', reason, /^Only the person who is asked/] as const),
    ],
    ['refused without a reason', a('practitioner'), open, 'refuse', '', /^Say why you cannot/],
    [
      'refused twice',
      a('practitioner'),
      { ...open, isRefused: true },
      ...(['refuse', reason, /already that you cannot/] as const),
    ],
    [
      'refused once it is taken back',
      a('practitioner'),
      { ...open, state: 'withdrawn' },
      ...(['refuse', reason, /taken back already/] as const),
    ],
  ] as const)('is not %s', (_how, actor, request, step, why, because) => {
    expect(canTakeRequestStep(actor, request, step, why)).toMatchObject({
      allowed: false,
      because: expect.stringMatching(because) as string,
    })
  })
})
