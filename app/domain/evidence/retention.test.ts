import { describe, expect, test } from 'vitest'
import {
  canSetRetention,
  defaultRetention,
  isPastItsTime,
  keptSentence,
  keptUntil,
  type KeptFacts,
  retentionInWords,
} from './retention'

const today = '2026-11-20'
const finished: KeptFacts = {
  kind: 'case-audit',
  periodTo: '2019-03-31',
  addedOn: '2026-01-05',
  isInUse: false,
  lastDeliveredOn: '2019-06-30',
  isHeld: false,
}
const until = (facts: Partial<KeptFacts>) => keptUntil({ ...finished, ...facts }, defaultRetention)

describe('evidence is kept for six years', () => {
  test.each([
    ['after the delivery of what it is for', {}, '2025-06-30'],
    [
      'after the period that it covers, where that ends later',
      { periodTo: '2019-12-31' },
      '2025-12-31',
    ],
    ['after its period alone, where it is for nothing', { lastDeliveredOn: null }, '2025-03-31'],
    [
      'after it was added, where nothing else is known',
      { lastDeliveredOn: null, periodTo: null, addedOn: '2024-02-29' },
      '2030-02-28',
    ],
    ['and without an end while what it is for goes on', { isInUse: true }, undefined],
  ] as const)('%s', (_when, facts, day) => {
    expect(until(facts)).toBe(day)
  })
})

test('what is of no kind yet is kept as long as the longest', () => {
  const retention = { ...defaultRetention, voice: 10 }
  expect(keptUntil({ ...finished, kind: null }, retention)).toBe('2029-06-30')
})

describe('evidence is past its time', () => {
  test('from the day after the last on which it is kept', () => {
    expect(isPastItsTime(finished, '2025-06-30', defaultRetention)).toBe(false)
    expect(isPastItsTime(finished, '2025-07-01', defaultRetention)).toBe(true)
  })

  test.each([
    ['while it is on hold', { isHeld: true }],
    ['while what it is for goes on', { isInUse: true }],
  ])('but not %s', (_when, facts) => {
    expect(isPastItsTime({ ...finished, ...facts }, today, defaultRetention)).toBe(false)
  })
})

test.each([
  [{}, 'Its time was over on 30 June 2025.'],
  [{ lastDeliveredOn: '2025-06-30' }, 'Until 30 June 2031.'],
  [{ isInUse: true }, 'As long as what it is for goes on, and 6 years longer.'],
  [
    { isHeld: true },
    'It is on hold: it is kept until the hold is lifted. Its time was over on 30 June 2025.',
  ],
] as const)('until when it is kept is said in a sentence: %j', (facts, sentence) => {
  expect(keptSentence({ ...finished, ...facts }, today, defaultRetention)).toBe(sentence)
})

describe('how long evidence is kept', () => {
  const leader = { personId: 1, roles: ['leader'] } as const
  const each = { ...defaultRetention, voice: 10 }
  const set = { each, why: 'An inquiry asks for it.', wasTried: true }

  test('is set by a leader with a reason, once it was tried', () => {
    expect(canSetRetention(leader, defaultRetention, set)).toEqual({ allowed: true })
  })

  test.each([
    ['by a manager', { personId: 1, roles: ['manager'] } as const, set, /^Only/],
    ['twice alike', leader, { ...set, each: defaultRetention }, /stand already/],
    ['without a reason', leader, { ...set, why: ' ' }, /^Say why the periods change/],
    ['before it was tried', leader, { ...set, wasTried: false }, /^Look first/],
  ])('but not %s', (_how, actor, asked, because) => {
    expect(canSetRetention(actor, defaultRetention, asked)).toMatchObject({
      allowed: false,
      because: expect.stringMatching(because) as string,
    })
  })

  test('is told in a sentence for each kind', () => {
    expect(retentionInWords({ ...each, policy: 1 })).toContain(
      'Policy or process is kept for 1 year after what it is for is finished.',
    )
  })
})
