import { expect, test } from 'vitest'
import { canTakeContributions, isStillReady } from './contributions'

const admin = { personId: 1, roles: ['admin'] } as const
const at = new Date('2026-11-20T10:00:00Z')

test('an administrator takes what one person did, and says for which request', () => {
  expect(canTakeContributions(admin, 'Her letter of 3 November.')).toEqual({ allowed: true })
})

test.each([
  [
    'a leader',
    { personId: 1, roles: ['leader'] } as const,
    'Her letter.',
    /^Only an administrator/,
  ],
  ['anybody who does not say for what', admin, ' ', /^Say for which request/],
])('but not %s', (_who, actor, reason, because) => {
  expect(canTakeContributions(actor, reason)).toEqual({
    allowed: false,
    because: expect.stringMatching(because) as string,
  })
})

test.each([
  ['to who made it ready', admin, 1, '2026-11-20T11:00:00Z', true],
  ['but not an hour later', admin, 1, '2026-11-20T11:00:01Z', false],
  ['nor to another administrator', admin, 2, '2026-11-20T10:01:00Z', false],
  [
    'nor to who is none any more',
    { personId: 1, roles: ['manager'] } as const,
    ...([1, '2026-11-20T10:01:00Z', false] as const),
  ],
] as const)('it is given %s', (_to, actor, byId, now, is) => {
  expect(isStillReady(actor, { byId, at }, new Date(now))).toBe(is)
})
