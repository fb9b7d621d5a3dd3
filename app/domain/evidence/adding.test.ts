import { describe, expect, test } from 'vitest'
import type { Actor, Role } from '../access/permissions'
import { canAddEvidence, canRequestEvidence } from './adding'

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
    expect(canAddEvidence(actor, today, evidence)).toEqual({ allowed: false, because })
  })
})

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
    expect(canRequestEvidence(actor, today, asked)).toEqual({ allowed: false, because })
  })
})
