import { expect, test } from 'vitest'
import { isStoreCheckDue } from './store-check'

test.each([
  ['at its hour, a day after the last', '2026-11-27T02:40Z', 2, '2026-11-26T02:10Z', true],
  [
    'at its hour, an earlier check of which ran late',
    '2026-11-27T02:40Z',
    2,
    '2026-11-26T06:00Z',
    true,
  ],
  ['not twice in one hour', '2026-11-27T02:59Z', 2, '2026-11-27T02:01Z', false],
  ['not at another hour of the day', '2026-11-27T14:00Z', 14, '2026-11-27T02:10Z', false],
  ['not early, before its hour', '2026-11-28T01:50Z', 1, '2026-11-27T02:10Z', false],
  ['at any hour, where the night was missed', '2026-11-28T04:20Z', 4, '2026-11-27T02:10Z', true],
  ['an hour after the night’s hour was missed', '2026-11-28T03:05Z', 3, '2026-11-27T02:10Z', true],
  ['not early, when an hour comes twice', '2026-10-25T01:10Z', 1, '2026-10-24T01:10Z', false],
  [
    'at its hour, after one by day that was the first',
    '2026-11-27T02:10Z',
    2,
    '2026-11-26T10:00Z',
    true,
  ],
  ['not again after it was made up for', '2026-11-28T05:20Z', 5, '2026-11-28T04:20Z', false],
])('the store is read back %s', (_when, now, hour, last, is) => {
  const lastCheckedAt = new Date(last)
  expect(isStoreCheckDue({ now: new Date(now), hour, lastCheckedAt })).toBe(is)
})

test('a store that was never read back is, at any hour', () => {
  const now = new Date('2026-11-27T14:00Z')
  expect(isStoreCheckDue({ now, hour: 14, lastCheckedAt: undefined })).toBe(true)
})
