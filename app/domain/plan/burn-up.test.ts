import { describe, expect, test } from 'vitest'
import { defaultShelfLives } from '../evidence/kinds'
import { burnUp, type BurnUpFacts, monthEnds } from './burn-up'

describe('the days of a burn-up', () => {
  test.each([
    [
      'the ends of months and today',
      '2026-01-20',
      '2026-04-10',
      ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-10'],
    ],
    ['today alone in the first month', '2026-04-02', '2026-04-10', ['2026-04-10']],
    ['today once where it ends a month', '2026-03-31', '2026-04-30', ['2026-03-31', '2026-04-30']],
    ['29 February where there is one', '2028-02-01', '2028-03-01', ['2028-02-29', '2028-03-01']],
  ] as const)('are %s', (_what, firstDay, today, days) => {
    expect(monthEnds(firstDay, today)).toEqual(days)
  })
})

describe('the burn-up', () => {
  const days = monthEnds('2026-01-20', '2026-04-10').map((on) => ({
    on,
    shelfLives: defaultShelfLives,
  }))
  const always = { from: 0, until: 4 }
  const nothing: BurnUpFacts = { actions: [], evidence: [], replaced: [], signOffs: [] }
  const line = (what: 'actions' | 'delivered' | 'assured' | 'difference', facts: object) =>
    burnUp(days, { ...nothing, ...facts }).map((day) => day[what])
  const piece = {
    ...always,
    id: 1,
    actionId: 1,
    kind: 'case-audit',
    periodTo: '2026-01-31',
  } as const
  const data = { ...piece, id: 2, kind: 'performance-data', periodTo: '2025-12-31' } as const

  test('counts an action from the month in which it came into the plan', () => {
    const actions = [{ from: 1, until: 4, deliveredOn: null, count: 3 }]
    expect(line('actions', { actions })).toEqual([0, 3, 3, 3])
    expect(line('delivered', { actions })).toEqual([0, 0, 0, 0])
  })

  test('counts it as delivered from the day it was, and no longer where that was taken back', () => {
    const actions = [
      { from: 0, until: 3, deliveredOn: '2026-02-28' as const, count: 1 },
      { from: 3, until: 4, deliveredOn: null, count: 1 },
    ]
    expect(line('delivered', { actions })).toEqual([0, 1, 1, 0])
  })

  test('counts it as assured while two kinds are accepted and in date', () => {
    expect(line('assured', { evidence: [piece] })).toEqual([0, 0, 0, 0])
    // performance data of December is in date until the end of March
    expect(line('assured', { evidence: [piece, data] })).toEqual([1, 1, 1, 0])
    expect(line('assured', { evidence: [piece, { ...data, from: 2 }] })).toEqual([0, 0, 1, 0])
    const elsewhere = { ...data, actionId: 2 }
    expect(line('assured', { evidence: [piece, elsewhere] })).toEqual([0, 0, 0, 0])
    const policy = { ...data, kind: 'policy' } as const
    expect(line('assured', { evidence: [piece, policy] })).toEqual([0, 0, 0, 0])
  })

  test('counts no evidence while a later version of it is accepted, nor by shelf lives of another day', () => {
    const evidence = [piece, data]
    const replaced = [{ id: 2, from: 1, until: 2 }]
    expect(line('assured', { evidence, replaced })).toEqual([1, 0, 1, 0])
    const shorter = { ...defaultShelfLives, 'performance-data': 1 }
    const sinceMarch = days.map((day, at) => (at < 2 ? day : { ...day, shelfLives: shorter }))
    expect(burnUp(sinceMarch, { ...nothing, evidence }).map(({ assured }) => assured)).toEqual([
      1, 1, 0, 0,
    ])
  })

  test('counts a difference only where a leader signed that it was made', () => {
    const signOffs = [
      { from: 0, until: 2, verdict: 'too-early', count: 2 },
      { from: 2, until: 4, verdict: 'made-a-difference', count: 2 },
      { ...always, verdict: 'partly', count: 5 },
    ]
    expect(line('difference', { signOffs })).toEqual([0, 0, 2, 2])
  })
})
