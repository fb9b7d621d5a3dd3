import { expect, test } from 'vitest'
import { takenOutSentence } from './taken-out'

test.each([
  [['place', 'moment'], 'The place and time it was taken were removed.'],
  [['place'], 'The place where it was taken was removed.'],
  [['moment'], 'The time when it was taken was removed.'],
  [['details'], 'What the camera wrote into it was removed.'],
  [
    ['moment', 'details'],
    'The time when it was taken was removed. What else the camera wrote into it was removed.',
  ],
  [['name'], 'What looks like an identifier was removed from its name.'],
  [[], ''],
] as const)('of %j she who adds it reads: %s', (takenOut, sentence) => {
  expect(takenOutSentence(takenOut)).toBe(sentence)
})
