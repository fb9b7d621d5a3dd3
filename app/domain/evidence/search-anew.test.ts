import { expect, test } from 'vitest'
import { searchedSoFar } from './search-anew'

test.each([
  [0, 0, 'There are no files of evidence yet.'],
  [12, 0, 'All 12 by what is looked for today.'],
  [0, 5, '0 of 5 by what is looked for today; 5 wait their turn.'],
  [1200, 300, '1,200 of 1,500 by what is looked for today; 300 wait their turn.'],
])('%i searched and %i waiting is told so', (searched, waiting, sentence) => {
  expect(searchedSoFar({ searched, waiting })).toBe(sentence)
})
