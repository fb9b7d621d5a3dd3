import { describe, expect, test } from 'vitest'
import type { Actor } from '../access/permissions'
import { addMonths } from '../time/calendar-date'
import { isFor, isWithoutEffect, isWrongWayThoughGreen, type LinkedMeasure } from './effect'
import { findingInShort, findingOf } from './finding'
import { canDefine, figureInShort, figureInWords } from './measure'
import { canRebaseline } from './rebaseline'
import { byStanding, glanceOf, type MeasureFacts, measureStanding } from './standing'

/** Months from August 2025 on. */
const measure = (values: readonly number[], differs: Partial<MeasureFacts> = {}): MeasureFacts => ({
  id: 1,
  title: 'Unallocated children',
  unit: 'count',
  better: 'down',
  length: 'month',
  points: values.map((value, at) => ({ from: addMonths('2025-08-01', at), value })),
  targets: [],
  cuts: [],
  ...differs,
})
const target = (value: number) => ({ targets: [{ validFrom: '2025-01-01', value } as const] })
const today = '2026-10-20'
const steady = [14, 16, 14, 16, 14, 16, 14, 16, 14, 16, 14, 16, 14, 16]
const jumped = [...steady.slice(0, 13), 30]
const shifted = [...steady.slice(0, 7), 8, 10, 8, 10, 8, 10, 8]
const rising = [14, 18, 14, 18, 14, 18, 13, 14, 15, 16, 17, 18, 19, 20]

const finding = (values: readonly number[], differs: Partial<MeasureFacts> = {}) => {
  const facts = measure(values, differs)
  return findingOf(facts, measureStanding(facts, today))
}

describe('the finding', () => {
  test.each([
    [steady, {}, 'Unallocated children showed no signal of change'],
    [steady, target(12), 'Unallocated children showed no signal of change, still above target'],
    [
      steady,
      target(17),
      'Unallocated children showed no signal of change, at or below target this time',
    ],
    [steady, target(40), 'Unallocated children showed no signal of change, at or below target'],
    [shifted, target(5), 'Unallocated children fell after February 2026, still above target'],
    [jumped, target(12), 'Unallocated children jumped in September 2026, now above target'],
    [rising, {}, 'Unallocated children rose after January 2026'],
    [[...jumped, 15], {}, 'Unallocated children showed no signal after September 2026'],
    [
      [1, 2, 3],
      target(1),
      'Unallocated children: too few figures yet to tell a signal from chance, still above target',
    ],
    [[], {}, 'Unallocated children: no figures yet'],
  ] as const)('is a sentence: %#', (values, differs, sentence) => {
    expect(finding(values, differs)).toBe(sentence)
  })

  test('says which side of the target is the wrong one', () => {
    const better = 'up' as const
    expect(finding(steady, { better, ...target(20) })).toMatch(/, still below target$/)
    expect(finding(steady, { better, ...target(2) })).toMatch(/, at or above target$/)
    expect(finding(steady, { better: 'neutral', ...target(20) })).toMatch(/no signal of change$/)
  })

  test('goes without the name where that stands beside it', () => {
    const facts = measure(shifted, target(5))
    expect(findingInShort(facts, measureStanding(facts, today))).toBe(
      'Fell after February 2026, still above target',
    )
    const none = measure([])
    expect(findingInShort(none, measureStanding(none, today))).toBe('No figures yet')
  })
})

describe('how a measure stands', () => {
  test('moves the wrong way only while its latest figure is part of a signal of concern', () => {
    expect(measureStanding(measure(jumped), today).isWrongWay).toBe(true)
    expect(measureStanding(measure([...jumped, 15]), today).isWrongWay).toBe(false)
    expect(measureStanding(measure(jumped, { better: 'up' }), today).isWrongWay).toBe(false)
    expect(measureStanding(measure(jumped, { better: 'neutral' }), today).isWrongWay).toBe(false)
    // worse than the one before, and no signal
    expect(measureStanding(measure([...steady.slice(0, 13), 17]), today).isWrongWay).toBe(false)
  })

  test('is behind from the day on which a period is over that has no figure', () => {
    expect(measureStanding(measure(steady), '2026-10-31').awaits).toBeUndefined()
    expect(measureStanding(measure(steady), '2026-11-01').awaits).toBe('2026-10-01')
    expect(measureStanding(measure([]), '2026-11-01').awaits).toBeUndefined()
  })

  test('holds each period against the target of its last day', () => {
    const { points } = measureStanding(
      measure(steady, { targets: [{ validFrom: '2025-09-30', value: 12 }] }),
      today,
    )
    expect(points.slice(0, 3).map((point) => point.target)).toEqual([null, 12, 12])
  })

  test('tells the few words of a list', () => {
    expect(glanceOf(measureStanding(measure(jumped, target(12)), today))).toEqual({
      meaning: 'concern',
      assurance: 'hit-and-miss',
      hasTarget: true,
    })
    expect(glanceOf(measureStanding(measure([1, 2]), today)).meaning).toBeUndefined()
    expect(glanceOf(measureStanding(measure(steady), today)).meaning).toBeNull()
  })

  test('is listed worst first', () => {
    const all = {
      'wrong way': measure(jumped),
      fails: measure(steady, target(2)),
      'hits and misses, and misses now': measure(steady, target(15)),
      'hits and misses': measure(steady, target(16)),
      'has no target': measure(steady),
      'has no target and improves': measure(shifted),
      passes: measure(steady, target(40)),
    }
    const standings = Object.entries(all).map(([name, facts]) => ({
      name,
      standing: measureStanding(facts, today),
    }))
    const sorted = [...standings].reverse().sort((a, b) => byStanding(a.standing, b.standing))
    expect(sorted.map(({ name }) => name)).toEqual(Object.keys(all))
  })
})

describe('limits that begin anew', () => {
  const leader: Actor = { personId: 1, roles: ['leader'] }
  const periods = measure(steady).points.map(({ from }) => from)
  const facts = { length: 'month', periods, cuts: [] } as const
  const decided = {
    from: '2026-03-01',
    reason: 'The duty desk holds children since March.',
  } as const

  test('are decided by a leader with a reason', () => {
    expect(canRebaseline(leader, facts, decided)).toEqual({ allowed: true })
  })

  test.each([
    [
      'a manager, who records the figures',
      { actor: { personId: 1, roles: ['manager'] } as Actor },
      'Only a leader can do this.',
    ],
    [
      'without a reason',
      { decided: { ...decided, reason: ' ' } },
      'Say why the limits begin anew.',
    ],
    [
      'from a period without a figure',
      { decided: { ...decided, from: '2027-03-01' as const } },
      'March 2027 has no figure. Choose a period that has one.',
    ],
    [
      'twice from one period',
      { facts: { ...facts, cuts: ['2026-03-01'] as const } },
      'The limits begin anew from March 2026 already.',
    ],
    [
      'from the first figure',
      { decided: { ...decided, from: '2025-08-01' as const } },
      'Choose a period with at least two figures before it and two from it on.',
    ],
    [
      'from the last figure',
      { decided: { ...decided, from: '2026-09-01' as const } },
      'Choose a period with at least two figures before it and two from it on.',
    ],
    [
      'from three figures',
      { facts: { ...facts, periods: periods.slice(0, 3) } },
      'There are too few figures yet for limits to begin anew.',
    ],
  ])('but not by or %s', (_what, differs, because) => {
    const given = { actor: leader, facts, decided, ...differs }
    expect(canRebaseline(given.actor, given.facts, given.decided)).toMatchObject({
      allowed: false,
      because,
    })
  })

  test('leave what was a concern before a concern', () => {
    const values = [...jumped, 15, 14, 16, 15, 14]
    const point = (cuts: MeasureFacts['cuts']) =>
      measureStanding(measure(values, { cuts }), today).points[13]?.signal?.meaning
    expect([point([]), point(['2026-10-01'])]).toEqual(['concern', 'concern'])
  })
})

describe('what is measured', () => {
  const manager: Actor = { personId: 1, roles: ['manager'] }
  const change = { hasFigures: true, unitChanges: false, periodChanges: false }

  test('is said by managers; unit and periods stay once there are figures', () => {
    expect(canDefine(manager, change)).toEqual({ allowed: true })
    expect(canDefine(manager, { ...change, hasFigures: false, unitChanges: true }).allowed).toBe(
      true,
    )
    expect(canDefine(manager, { ...change, unitChanges: true })).toMatchObject({
      because:
        'The unit stays as it is once there are figures. Add another measure for another unit.',
    })
    expect(canDefine(manager, { ...change, periodChanges: true })).toMatchObject({
      because:
        'The periods stay as they are once there are figures. Add another measure for other periods.',
    })
    expect(canDefine({ personId: 1, roles: ['leader'] }).allowed).toBe(false)
  })

  test.each([
    [85.714, 'percent', '85.7%', '85.7%'],
    [1234, 'count', '1,234', '1,234'],
    [1, 'days', '1 day', '1'],
    [33.25, 'days', '33.3 days', '33.3'],
    [310.04, 'per-10000', '310 per 10,000', '310'],
    [6.25, 'per-1000', '6.25 per 1,000', '6.25'],
    [15.44, 'average', '15.4', '15.4'],
  ] as const)('%d %s is read as %s, and as %s on an axis', (value, unit, words, short) => {
    expect([figureInWords(value, unit), figureInShort(value, unit)]).toEqual([words, short])
  })
})

describe('doing is not helping', () => {
  const linked = (
    values: readonly number[],
    differs: Partial<LinkedMeasure> = {},
  ): LinkedMeasure => {
    const facts = measure(values)
    const standing = measureStanding(facts, today)
    return {
      id: 1,
      title: facts.title,
      standing,
      finding: '',
      isNeutral: false,
      glance: glanceOf(standing),
      actionIds: [7],
      recommendationIds: [],
      ...differs,
    }
  }
  const action = { id: 7, deliveredOn: '2026-06-15', recommendations: [{ id: 3 }] } as const

  test('an action that is done long enough is without effect while its measure shows no improvement', () => {
    expect(isWithoutEffect(action, linked(steady))).toBe(true)
    expect(isWithoutEffect(action, linked(jumped))).toBe(true)
    expect(isWithoutEffect(action, linked(shifted))).toBe(false)
  })

  test.each([
    ['is not delivered', { ...action, deliveredOn: null }, {}],
    ['was delivered too lately for three figures', { ...action, deliveredOn: '2026-07-01' }, {}],
    ['is not linked', action, { actionIds: [], recommendationIds: [3] }],
    ['has a measure of which neither direction is better', action, { isNeutral: true }],
  ] as const)('nothing is said of one that %s', (_what, one, differs) => {
    expect(isWithoutEffect(one, linked(steady, differs))).toBe(false)
  })

  test('nothing is said where the target is met every time', () => {
    const facts = measure(steady, target(40))
    const standing = measureStanding(facts, today)
    expect(standing.assurance).toBe('pass')
    expect(isWithoutEffect(action, linked(steady, { standing }))).toBe(false)
  })

  test('an action is for a measure that it is linked to, itself or by its recommendation', () => {
    expect(isFor(action, linked(steady))).toBe(true)
    expect(isFor(action, linked(steady, { actionIds: [], recommendationIds: [3] }))).toBe(true)
    expect(isFor(action, linked(steady, { actionIds: [8], recommendationIds: [4] }))).toBe(false)
  })

  test('a measure moves the wrong way though all is green only where every action is', () => {
    expect(isWrongWayThoughGreen(linked(jumped), ['on-track', 'delivered'])).toBe(true)
    expect(isWrongWayThoughGreen(linked(jumped), ['on-track', 'at-risk'])).toBe(false)
    expect(isWrongWayThoughGreen(linked(jumped), ['not-started'])).toBe(false)
    expect(isWrongWayThoughGreen(linked(jumped), [])).toBe(false)
    expect(isWrongWayThoughGreen(linked(steady), ['delivered'])).toBe(false)
  })
})
