import { expect, test } from 'vitest'
import { endOfDay, startOfDay } from './end-of-day'

test.each([
  ['in winter', '2026-11-20', '2026-11-20T23:59:59.999Z'],
  ['in summer', '2026-09-12', '2026-09-12T22:59:59.999Z'],
  ['on the day the clocks go forward', '2026-03-29', '2026-03-29T22:59:59.999Z'],
  ['on the day the clocks go back', '2026-10-25', '2026-10-25T23:59:59.999Z'],
] as const)('a day ends at midnight in London, %s', (_when, day, instant) => {
  expect(endOfDay(day, 'Europe/London').toISOString()).toBe(instant)
})

test('a day begins where the one before it ends', () => {
  expect(startOfDay('2026-11-20', 'Europe/London').toISOString()).toBe('2026-11-20T00:00:00.000Z')
  expect(startOfDay('2026-09-12', 'Europe/London').toISOString()).toBe('2026-09-11T23:00:00.000Z')
})
