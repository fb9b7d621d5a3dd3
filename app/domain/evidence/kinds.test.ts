import { describe, expect, test } from 'vitest'
import { addDays } from '../time/calendar-date'
import {
  evidenceKinds,
  evidenceKindsInWords,
  freshUntil,
  isFresh,
  triangulationKinds,
} from './kinds'

describe('evidence is fresh', () => {
  test.each([
    ['performance-data', '2025-09-30', '2025-12-30'],
    ['case-audit', '2025-08-31', '2026-02-28'],
    ['practice-observation', '2025-06-15', '2025-12-15'],
    ['voice', '2025-06-15', '2025-12-15'],
    ['policy', '2024-02-29', '2025-02-28'],
  ] as const)('as %s of a period that ended on %s until %s, and no longer', (kind, to, until) => {
    expect(freshUntil(kind, to)).toBe(until)
    expect(isFresh(kind, to, until)).toBe(true)
    expect(isFresh(kind, to, to)).toBe(true)
    expect(isFresh(kind, to, addDays(until, 1))).toBe(false)
  })

  test('while its period still runs', () => {
    expect(isFresh('performance-data', '2025-12-31', '2025-11-28')).toBe(true)
  })
})

test('every kind has a title and one sentence that says what it is', () => {
  for (const kind of evidenceKinds) {
    expect(evidenceKindsInWords[kind].title).not.toBe('')
    expect(evidenceKindsInWords[kind].whatItIs).toMatch(/^[A-Z].*\.$/)
  }
})

test('a policy is not one of the kinds that show practice', () => {
  expect(evidenceKinds.filter((kind) => !triangulationKinds.some((one) => one === kind))).toEqual([
    'policy',
  ])
})
