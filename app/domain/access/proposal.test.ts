import { describe, expect, test } from 'vitest'
import type { Role } from './permissions'
import { canAnswerProposal, canPropose, rolesOfProposed } from './proposal'

const as = (...roles: Role[]) => ({ personId: 1, roles })

describe('an invitation is proposed', () => {
  test('by a manager, for an address that is nobody’s here', () => {
    expect(canPropose(as('manager'), undefined)).toEqual({ allowed: true })
  })

  test.each([
    ['by anybody else', as('leader', 'admin'), undefined, 'Only a manager can do this.'],
    [
      'for somebody who is here',
      as('manager'),
      { name: 'Joy Okafor', mayOwn: true },
      'Joy Okafor is here already under that address: choose them from the list.',
    ],
    [
      'for somebody who has left',
      as('manager'),
      { name: 'Lucy Hart', mayOwn: false },
      'Lucy Hart is known under that address and cannot own an action now. Ask an administrator.',
    ],
  ])('but not %s', (_what, actor, known, because) => {
    expect(canPropose(actor, known)).toEqual({ allowed: false, because })
  })
})

describe('it is answered', () => {
  test('by an administrator, and makes nobody more than a social worker', () => {
    expect(canAnswerProposal(as('admin'), { answer: null })).toEqual({ allowed: true })
    expect(rolesOfProposed).toEqual(['practitioner'])
  })

  test.each([
    ['by the manager who proposed it', as('manager'), null, 'Only an administrator can do this.'],
    ['twice', as('admin'), 'invited' as const, 'They were invited already.'],
    ['once declined', as('admin'), 'declined' as const, 'This was declined already.'],
    ['once withdrawn', as('admin'), 'withdrawn' as const, 'This is no longer proposed.'],
  ])('but not %s', (_what, actor, answer, because) => {
    expect(canAnswerProposal(actor, { answer })).toEqual({ allowed: false, because })
  })
})
