import { expect, test } from 'vitest'
import { inWords } from './in-words'

test.each([
  ['the same day', '2025-11-28', 'today'],
  ['tomorrow, a Saturday', '2025-11-29', 'in 1 day'],
  ['Sunday, before any working day', '2025-11-30', 'in 2 days'],
  ['the next working day', '2025-12-01', 'in 1 working day'],
  ['the end of next week', '2025-12-04', 'in 4 working days'],
  ['over Christmas', '2025-12-29', 'in 19 working days'],
  ['as far as a statutory clock runs', '2026-03-11', 'in 70 working days'],
  ['further than that', '2026-05-29', 'in 26 weeks'],
  ['yesterday', '2025-11-27', '1 day late'],
  ['the day before yesterday', '2025-11-26', '2 days late'],
] as const)('%s', (_what, date, words) => {
  expect(inWords(date, '2025-11-28')).toBe(words)
})

test('what took place is ago, not late', () => {
  expect(inWords('2025-11-26', '2025-11-28', 'ago')).toBe('2 days ago')
})

test('where bank holidays are not known, days are calendar days', () => {
  expect(inWords('2029-01-08', '2028-12-29')).toBe('in 10 days')
})
