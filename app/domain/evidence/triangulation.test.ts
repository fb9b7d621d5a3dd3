import { expect, test } from 'vitest'
import { defaultShelfLives } from './kinds'
import { triangulationOf } from './triangulation'

const accepted = { verdict: 'accepted', reviewedOn: '2026-06-01' } as const
const returned = { verdict: 'returned', reviewedOn: '2026-06-01' } as const

test('each of the four kinds is fresh, out of date, waiting or missing', () => {
  const evidence = [
    { kind: 'performance-data', periodTo: '2026-10-31', review: accepted },
    { kind: 'performance-data', periodTo: '2026-01-31', review: accepted },
    { kind: 'case-audit', periodTo: '2026-04-30', review: accepted },
    { kind: 'case-audit', periodTo: '2026-10-31', review: null },
    { kind: 'voice', periodTo: '2026-10-31', review: null },
    { kind: 'practice-observation', periodTo: '2026-10-31', review: returned },
    { kind: 'policy', periodTo: '2026-10-31', review: accepted },
    { kind: null, periodTo: null, review: null },
  ] as const
  expect(triangulationOf(evidence, '2026-11-20')).toEqual([
    { kind: 'performance-data', state: 'fresh', until: '2027-01-31' },
    { kind: 'case-audit', state: 'stale', until: '2026-10-30' },
    { kind: 'practice-observation', state: 'missing', until: null },
    { kind: 'voice', state: 'waiting', until: null },
  ])
})

test('by the shelf lives that the council set', () => {
  const evidence = [{ kind: 'voice', periodTo: '2026-10-31', review: accepted }] as const
  const lives = { ...defaultShelfLives, voice: 1 }
  expect(triangulationOf(evidence, '2026-12-01', lives)[3]).toMatchObject({ state: 'stale' })
})
