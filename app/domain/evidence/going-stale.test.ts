import { describe, expect, test } from 'vitest'
import type { EvidenceFacts } from './assurance'
import { goingStale } from './going-stale'
import { defaultShelfLives } from './kinds'

const accepted = { verdict: 'accepted', reviewedOn: '2026-06-01' } as const
const audit: EvidenceFacts = {
  kind: 'case-audit',
  periodTo: '2026-06-10',
  addedOn: '2026-06-01',
  review: accepted,
}
const voice: EvidenceFacts = { ...audit, kind: 'voice', periodTo: '2026-09-30' }

describe('an owner is told', () => {
  test('thirty days before, what drops with it', () => {
    expect(goingStale([audit, voice], '2026-11-10')).toEqual([
      {
        piece: audit,
        until: '2026-12-10',
        from: 'accepted',
        to: 'partly',
        sentence:
          'Then it is shown no longer by case audit, and assurance falls from “assured” to “partly assured”.',
      },
    ])
  })

  test('also on the last day, and where a kind alone drops', () => {
    const third: EvidenceFacts = { ...voice, kind: 'practice-observation' }
    expect(goingStale([audit, voice, third], '2026-12-10')).toMatchObject([
      { sentence: 'Then it is shown no longer by case audit.' },
    ])
  })

  test('by the shelf lives that the council set', () => {
    const shelfLives = { ...defaultShelfLives, 'case-audit': 7 }
    expect(goingStale([audit, voice], '2026-11-20', { kindsNeeded: 2, shelfLives })).toEqual([])
    expect(goingStale([audit, voice], '2026-12-15', { kindsNeeded: 2, shelfLives })).toMatchObject([
      { until: '2027-01-10' },
    ])
  })
})

test.each([
  ['earlier than thirty days before', [audit, voice], '2026-11-09'],
  ['once it is out of date', [audit, voice], '2026-12-11'],
  [
    'where newer evidence of its kind holds it up',
    [audit, { ...audit, periodTo: '2026-10-31' }],
    '2026-11-20',
  ],
  ['of what nobody has accepted', [{ ...audit, review: null }, voice], '2026-11-20'],
  ['of what has no kind yet', [{ ...audit, kind: null }, voice], '2026-11-20'],
  [
    'of a policy, which shows no practice',
    [{ ...audit, kind: 'policy', periodTo: '2025-12-10' }, voice],
    '2026-11-20',
  ],
] as const)('but not %s', (_when, evidence, today) => {
  expect(goingStale<EvidenceFacts>([...evidence], today)).toEqual([])
})
