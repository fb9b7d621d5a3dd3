import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromDayNumber } from '../time/calendar-date'
import { type EvidenceFacts, assuranceOf, assurances } from './assurance'
import { evidenceKinds } from './kinds'

const today = '2025-11-28'
const accepted = { verdict: 'accepted', reviewedOn: '2025-11-10' } as const
const returned = { verdict: 'returned', reviewedOn: '2025-11-10' } as const
const audit: EvidenceFacts = {
  kind: 'case-audit',
  periodTo: '2025-10-31',
  addedOn: '2025-11-05',
  review: accepted,
}
const data: EvidenceFacts = { ...audit, kind: 'performance-data' }
const voice: EvidenceFacts = { ...audit, kind: 'voice' }
const policy: EvidenceFacts = { ...audit, kind: 'policy' }
const staleAudit: EvidenceFacts = { ...audit, periodTo: '2025-04-30' }

test.each([
  ['nothing', [], 'none', ['No evidence has been added.']],
  [
    'one piece that was returned',
    [{ ...audit, review: returned }],
    'none',
    ['1 piece of evidence was returned.'],
  ],
  [
    'one piece that waits',
    [{ ...audit, review: null }],
    'awaiting-review',
    ['1 piece of evidence waits for review.'],
  ],
  [
    'one returned and two that wait',
    [
      { ...audit, review: returned },
      { ...audit, review: null },
      { ...data, review: null },
    ],
    'awaiting-review',
    ['2 pieces of evidence wait for review.', '1 piece of evidence was returned.'],
  ],
  [
    'one kind accepted',
    [audit],
    'partly',
    [
      '1 piece of evidence is accepted.',
      'Shown by case audit.',
      '2 of the four kinds are needed; missing: performance data, practice observation or staff voice and voice of children and families.',
    ],
  ],
  [
    'two pieces of the same kind accepted',
    [audit, { ...audit, addedOn: '2025-11-07' }],
    'partly',
    [
      '2 pieces of evidence are accepted.',
      'Shown by case audit.',
      '2 of the four kinds are needed; missing: performance data, practice observation or staff voice and voice of children and families.',
    ],
  ],
  [
    'a policy only',
    [policy],
    'partly',
    [
      '1 piece of evidence is accepted.',
      'Only policy or process is accepted, which does not show practice.',
      '2 of the four kinds are needed; missing: performance data, case audit, practice observation or staff voice and voice of children and families.',
    ],
  ],
  [
    'two kinds, one of them out of date',
    [data, staleAudit],
    'partly',
    [
      '2 pieces of evidence are accepted.',
      'Shown by performance data.',
      '1 accepted piece of evidence is out of date since 30 October 2025.',
      '2 of the four kinds are needed; missing: case audit, practice observation or staff voice and voice of children and families.',
    ],
  ],
  [
    'two kinds, both out of date',
    [{ ...data, periodTo: '2025-06-30' }, staleAudit],
    'partly',
    [
      '2 pieces of evidence are accepted.',
      '2 accepted pieces of evidence are out of date, the last since 30 October 2025.',
      '2 of the four kinds are needed; missing: performance data, case audit, practice observation or staff voice and voice of children and families.',
    ],
  ],
  [
    'two kinds, accepted and fresh',
    [audit, voice],
    'accepted',
    [
      '2 pieces of evidence are accepted.',
      'Shown by case audit and voice of children and families.',
    ],
  ],
  [
    'two kinds accepted and another piece waiting',
    [audit, voice, { ...data, review: null }],
    'accepted',
    [
      '2 pieces of evidence are accepted.',
      'Shown by case audit and voice of children and families.',
      '1 piece of evidence waits for review.',
    ],
  ],
] as const)('%s', (_what, evidence, assurance, reasons) => {
  const derived = assuranceOf(evidence, today)
  expect(derived.assurance).toBe(assurance)
  expect(derived.reasons).toEqual(reasons)
})

test('the counts and kinds are given with it', () => {
  expect(
    assuranceOf(
      [data, staleAudit, { ...voice, review: null }, { ...voice, review: returned }],
      today,
    ),
  ).toMatchObject({
    total: 4,
    accepted: 2,
    awaiting: 1,
    returned: 1,
    stale: 1,
    kindsCovered: ['performance-data'],
    kindsMissing: ['case-audit', 'practice-observation', 'voice'],
  })
})

describe('a council may ask for another number of kinds', () => {
  test.each([
    [1, 'accepted'],
    [2, 'accepted'],
    [3, 'partly'],
    [4, 'partly'],
  ] as const)('of %i', (kindsNeeded, assurance) => {
    expect(assuranceOf([audit, voice], today, { kindsNeeded }).assurance).toBe(assurance)
  })

  test('but a policy alone is never enough', () => {
    expect(assuranceOf([policy], today, { kindsNeeded: 0 }).assurance).toBe('partly')
  })
})

describe('a past day is read as it was', () => {
  test.each([
    ['before the evidence was added', '2025-11-04', 'none'],
    ['before it was reviewed', '2025-11-09', 'awaiting-review'],
    ['after', '2025-11-10', 'accepted'],
    ['much later, when it is out of date', '2026-11-10', 'partly'],
  ] as const)('%s', (_when, day, assurance) => {
    expect(assuranceOf([audit, voice], day).assurance).toBe(assurance)
  })
})

test('accepting one more piece never lowers assurance, and there is always a reason', () => {
  const day = fc.integer({ min: 20_200, max: 20_500 }).map(fromDayNumber)
  const piece = fc.record({
    kind: fc.constantFrom(...evidenceKinds),
    periodTo: day,
    addedOn: day,
    review: fc.option(
      fc.record({ verdict: fc.constantFrom('accepted', 'returned'), reviewedOn: day }),
      { nil: null },
    ),
  })
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 6 }), piece, day, (evidence, more, at) => {
      const before = assuranceOf(evidence, at)
      const after = assuranceOf([...evidence, { ...more, review: accepted }], at)
      expect(before.reasons.length).toBeGreaterThan(0)
      expect(assurances.indexOf(after.assurance)).toBeGreaterThanOrEqual(
        assurances.indexOf(before.assurance),
      )
    }),
  )
})
