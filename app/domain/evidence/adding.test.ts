import { describe, expect, test } from 'vitest'
import type { Actor, Role } from '../access/permissions'
import { canAddEvidence } from './adding'

const today = '2026-11-20'
const a = (...roles: Role[]): Actor => ({ personId: 1, roles })
const october = { periodFrom: '2026-10-01', periodTo: '2026-10-31', answers: null } as const

describe('evidence is added', () => {
  test('by a social worker or a manager, for a period that has come', () => {
    expect(canAddEvidence(a('practitioner'), today, october).allowed).toBe(true)
    expect(canAddEvidence(a('manager'), today, { ...october, periodTo: today }).allowed).toBe(true)
    const answers = { isAnswered: false }
    expect(canAddEvidence(a('practitioner'), today, { ...october, answers }).allowed).toBe(true)
  })

  test.each([
    ['by a leader', a('leader'), october, 'Only a social worker or a manager can do this.'],
    ['by an observer', a('observer'), october, 'Only a social worker or a manager can do this.'],
    [
      'for a period that runs backwards',
      a('practitioner'),
      { ...october, periodTo: '2026-09-30' },
      'The period cannot end before it starts.',
    ],
    [
      'for days to come',
      a('practitioner'),
      { ...october, periodTo: '2026-11-21' },
      'The period has not ended yet: give the last day that this evidence covers.',
    ],
    [
      'for a request of another action',
      a('practitioner'),
      { ...october, answers: undefined },
      'Choose a request from the list.',
    ],
    [
      'for a request that has its answer',
      a('practitioner'),
      { ...october, answers: { isAnswered: true } },
      'Somebody has already answered this request.',
    ],
  ] as const)('but not %s', (_what, actor, evidence, because) => {
    expect(canAddEvidence(actor, today, evidence)).toMatchObject({ allowed: false, because })
  })
})
