import { expect, test } from 'vitest'
import { defaultShelfLives } from './kinds'
import { canSetShelfLives, shelfLivesInWords } from './shelf-lives'

const leader = { personId: 1, roles: ['leader'] } as const
const lives = { ...defaultShelfLives, voice: 3 }

test('a leader sets shelf lives with a reason', () => {
  const set = { lives, why: 'What children say changes quickly.' }
  expect(canSetShelfLives(leader, defaultShelfLives, set)).toEqual({ allowed: true })
})

test.each([
  ['by a manager', { personId: 1, roles: ['manager'] } as const, lives, 'So.', /^Only/],
  ['twice alike', leader, defaultShelfLives, 'So.', /stand already/],
  ['without a reason', leader, lives, ' ', /^Say why/],
])('but not %s', (_how, actor, set, why, because) => {
  const decision = canSetShelfLives(actor, defaultShelfLives, { lives: set, why })
  expect(decision).toMatchObject({
    allowed: false,
    because: expect.stringMatching(because) as string,
  })
})

test('they are told in a sentence for each kind', () => {
  expect(shelfLivesInWords({ ...lives, policy: 1 })).toContain(
    'Policy or process is fresh for 1 month after the period that it covers.',
  )
})
