import { expect, test } from 'vitest'
import { defaultShelfLives } from './kinds'
import { evidenceStanding } from './standing'

const data = { kind: 'performance-data', periodTo: '2026-08-31' } as const

test.each([
  ['waits until somebody judges it', null, '2026-09-10', 'awaiting-review'],
  ['still waits when it is out of date', null, '2027-09-10', 'awaiting-review'],
  ['is accepted to the last day of its shelf life', 'accepted', '2026-11-30', 'accepted'],
  ['is out of date from the day after', 'accepted', '2026-12-01', 'stale'],
  ['stays returned', 'returned', '2026-12-01', 'returned'],
  ['stays rejected', 'rejected', '2026-12-01', 'rejected'],
] as const)('evidence %s', (_what, verdict, today, standing) => {
  expect(evidenceStanding({ ...data, verdict }, today)).toBe(standing)
})

test('evidence is replaced once a version that follows it is accepted, whatever was said of it', () => {
  const replaced = { ...data, isReplaced: true }
  expect(evidenceStanding({ ...replaced, verdict: 'accepted' }, '2026-09-10')).toBe('replaced')
  expect(evidenceStanding({ ...replaced, verdict: 'returned' }, '2026-09-10')).toBe('replaced')
})

test('evidence goes out of date by the shelf lives that the council set', () => {
  const lives = { ...defaultShelfLives, 'performance-data': 1 }
  const accepted = { ...data, verdict: 'accepted' } as const
  expect(evidenceStanding(accepted, '2026-09-30', lives)).toBe('accepted')
  expect(evidenceStanding(accepted, '2026-10-01', lives)).toBe('stale')
})
