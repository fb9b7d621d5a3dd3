import { expect, test } from 'vitest'
import { evidenceStanding } from './standing'

const data = { kind: 'performance-data', periodTo: '2026-08-31' } as const

test.each([
  ['waits until somebody judges it', null, '2026-09-10', 'awaiting-review'],
  ['still waits when it is out of date', null, '2027-09-10', 'awaiting-review'],
  ['is accepted to the last day of its shelf life', 'accepted', '2026-11-30', 'accepted'],
  ['is out of date from the day after', 'accepted', '2026-12-01', 'stale'],
  ['stays returned', 'returned', '2026-12-01', 'returned'],
] as const)('evidence %s', (_what, verdict, today, standing) => {
  expect(evidenceStanding({ ...data, verdict }, today)).toBe(standing)
})
