import { expect, test } from 'vitest'
import { canAccept } from './invitation'

const now = new Date('2026-11-20T09:00:00Z')
const open = {
  expiresAt: new Date('2026-11-20T09:00:01Z'),
  acceptedAt: null,
  isSuspended: false,
}

test('an invitation is accepted until the moment it expires', () => {
  expect(canAccept(open, now)).toEqual({ allowed: true })
})

test.each([
  ['after it was used', { ...open, acceptedAt: now }, 'This invitation has been used already.'],
  ['once it has expired', { ...open, expiresAt: now }, 'This invitation has expired.'],
  [
    'by somebody suspended meanwhile',
    { ...open, isSuspended: true },
    'This invitation is no longer open.',
  ],
])('but not %s', (_when, invitation, because) => {
  expect(canAccept(invitation, now)).toEqual({ allowed: false, because })
})
