import { expect, test } from 'vitest'
import { periodInWords } from './period-in-words'

test.each([
  ['2026-10-01', '2026-10-31', 'October 2026', 'Oct 2026'],
  ['2026-02-01', '2026-02-28', 'February 2026', 'Feb 2026'],
  ['2026-07-01', '2026-09-30', 'July to September 2026', 'Jul to Sept 2026'],
  ['2025-11-01', '2026-01-31', 'November 2025 to January 2026', 'Nov 2025 to Jan 2026'],
  ['2026-11-01', '2026-11-20', '1 to 20 November 2026', '1 to 20 Nov 2026'],
  ['2026-10-05', '2026-11-03', '5 October to 3 November 2026', '5 Oct to 3 Nov 2026'],
  ['2025-12-05', '2026-01-03', '5 December 2025 to 3 January 2026', '5 Dec 2025 to 3 Jan 2026'],
  ['2026-10-03', '2026-10-03', '3 October 2026', '3 Oct 2026'],
] as const)('%s to %s is %s', (from, to, words, short) => {
  expect(periodInWords(from, to)).toBe(words)
  expect(periodInWords(from, to, 'short')).toBe(short)
})
