import { describe, expect, test } from 'vitest'
import { canTakeStep, type DeletionFacts } from './deleting'

const manager = { personId: 1, roles: ['manager'] } as const
const kept: DeletionFacts = { isDeleted: false, isHeld: false, proposedById: undefined }
const proposed = { ...kept, proposedById: 2 }

describe('a manager', () => {
  test.each([
    ['proposes with a reason', kept, 'propose'],
    ['confirms what another proposed', proposed, 'confirm'],
    ['declines what another proposed', proposed, 'decline'],
    ['declines what she proposed herself', { ...kept, proposedById: 1 }, 'decline'],
    ['holds it', kept, 'hold'],
    ['holds it also while it is proposed', proposed, 'hold'],
    ['lifts a hold', { ...kept, isHeld: true }, 'lift'],
  ] as const)('%s', (_what, facts, step) => {
    expect(canTakeStep(manager, facts, step, 'It is of another council.')).toEqual({
      allowed: true,
    })
  })

  test.each([
    ['confirms her own', { ...kept, proposedById: 1 }, 'confirm', '', /^Somebody other/],
    ['confirms what nobody proposed', kept, 'confirm', '', /^Nobody has proposed/],
    ['proposes it twice', proposed, 'propose', 'So.', /already/],
    ['proposes it without a reason', kept, 'propose', ' ', /^Say why/],
    ['proposes it while it is on hold', { ...kept, isHeld: true }, 'propose', 'So.', /on hold/],
    ['confirms it while it is on hold', { ...proposed, isHeld: true }, 'confirm', '', /on hold/],
    ['holds it twice', { ...kept, isHeld: true }, 'hold', 'So.', /already/],
    ['lifts what is not on hold', kept, 'lift', 'So.', /not on hold/],
    ['does anything to what is deleted', { ...kept, isDeleted: true }, 'hold', 'So.', /deleted/],
  ] as const)('but never %s', (_what, facts, step, reason, because) => {
    expect(canTakeStep(manager, facts, step, reason)).toMatchObject({
      allowed: false,
      because: expect.stringMatching(because) as string,
    })
  })
})

test.each(['practitioner', 'observer', 'admin'] as const)('a %s does none of it', (role) => {
  expect(canTakeStep({ personId: 3, roles: [role] }, proposed, 'confirm').allowed).toBe(false)
})
