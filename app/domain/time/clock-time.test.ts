import { expect, test } from 'vitest'
import { clockTime, dayAndTime } from './clock-time'

test.each([
  ['in winter', '2026-11-20T09:05:00Z', '20 November 2026, 09:05'],
  ['in summer, an hour later than UTC', '2026-07-01T09:05:00Z', '1 July 2026, 10:05'],
  ['on a summer night, on the next day', '2026-06-30T23:30:00Z', '1 July 2026, 00:30'],
])('an instant %s is told as the clock in England shows it', (_when, instant, words) => {
  expect(dayAndTime(new Date(instant))).toBe(words)
})

test('a time that is none is an error', () => {
  expect(() => clockTime(new Date('never'))).toThrow(RangeError)
})
