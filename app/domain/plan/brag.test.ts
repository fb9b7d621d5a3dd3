import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deliveries } from '../action/delivery'
import { impactTitles, type Impact } from '../action/impact'
import { assurances } from '../evidence/assurance'
import {
  type BragFacts,
  type BragRow,
  bragOf,
  brags,
  bragTitles,
  decidingRow,
  defaultBragTable,
  fits,
} from './brag'

const impacts = Object.keys(impactTitles) as Impact[]
const plain = { priorityAction: false, daysLate: 0, statedDiffers: false, evidenceStale: false }
const combinations: BragFacts[] = deliveries.flatMap((delivery) =>
  assurances.flatMap((assurance) =>
    impacts.map((impact) => ({ ...plain, delivery, assurance, impact })),
  ),
)

describe('the colour of an action', () => {
  test.each([
    ['delivered', 'accepted', 'made-a-difference', 'embedded'],
    ['delivered', 'accepted', 'partly', 'delivered'],
    ['delivered', 'accepted', 'too-early', 'delivered'],
    ['delivered', 'partly', 'made-a-difference', 'awaiting-assurance'],
    ['delivered', 'none', 'too-early', 'awaiting-assurance'],
    ['delivered', 'accepted', 'made-no-difference', 'at-risk'],
    ['delivered', 'accepted', 'worse', 'off-track'],
    ['on-track', 'accepted', 'made-a-difference', 'on-track'],
    ['at-risk', 'accepted', 'too-early', 'at-risk'],
    ['off-track', 'accepted', 'made-a-difference', 'off-track'],
    ['not-started', 'none', 'too-early', 'not-started'],
  ] as const)('%s, %s and %s is %s', (delivery, assurance, impact, brag) => {
    expect(bragOf({ ...plain, delivery, assurance, impact })).toBe(brag)
  })

  test('is blue for nothing less than delivered, assured and with impact', () => {
    const blue = combinations.filter((one) => bragOf(one) === 'embedded')
    expect(blue).toEqual([
      { ...plain, delivery: 'delivered', assurance: 'accepted', impact: 'made-a-difference' },
    ])
  })

  test('has a row of the default table for everything that can be', () => {
    for (const one of combinations) {
      expect(decidingRow(one, defaultBragTable)).toBeLessThan(defaultBragTable.length - 1)
    }
  })

  test('follows the council’s own table, and is off track where that has a hole', () => {
    const own = [{ brag: 'on-track', assurance: ['partly'] }] as const
    const action = { ...plain, delivery: 'delivered', impact: 'partly' } as const
    expect(bragOf({ ...action, assurance: 'partly' }, own)).toBe('on-track')
    expect(bragOf({ ...action, assurance: 'none' }, own)).toBe('off-track')
  })

  test.each([
    ['answers a priority action', { priorityAction: true }, { priorityAction: true }, {}],
    ['is more than 10 days late', { daysLateOver: 10 }, { daysLate: 11 }, { daysLate: 10 }],
    ['is late at all', { daysLateOver: 0 }, { daysLate: 1 }, {}],
    ['is said better than it is', { statedDiffers: true }, { statedDiffers: true }, {}],
    ['rests on stale evidence', { evidenceStale: true }, { evidenceStale: true }, {}],
  ] as const)('can depend on whether it %s', (_what, condition, so, notSo) => {
    const row: BragRow = { brag: 'off-track', ...condition }
    const action = { ...combinations[0]!, delivery: 'off-track' } as const
    expect(fits(row, { ...action, ...so })).toBe(true)
    expect(fits(row, { ...action, ...notSo })).toBe(false)
  })

  test('is a word for each colour', () => {
    expect(new Set(brags.map((brag) => bragTitles[brag])).size).toBe(brags.length)
  })
})

const anyOf = <One>(ones: readonly One[]) => fc.constantFrom(...ones)
const anyFacts: fc.Arbitrary<BragFacts> = fc.record({
  delivery: anyOf(deliveries),
  assurance: anyOf(assurances),
  impact: anyOf(impacts),
  priorityAction: fc.boolean(),
  daysLate: fc.nat(60),
  statedDiffers: fc.boolean(),
  evidenceStale: fc.boolean(),
})
const some = <One>(ones: readonly One[]) =>
  fc.option(fc.subarray([...ones], { minLength: 1 }), { nil: undefined })
const anyRow: fc.Arbitrary<BragRow> = fc
  .record({
    brag: anyOf(brags),
    delivery: some(deliveries),
    assurance: some(assurances),
    impact: some(impacts),
    daysLateOver: fc.option(fc.nat(60), { nil: undefined }),
    priorityAction: anyOf([true as const, undefined]),
    statedDiffers: anyOf([true as const, undefined]),
    evidenceStale: anyOf([true as const, undefined]),
  })
  .map(
    (row) => Object.fromEntries(Object.entries(row).filter(([, is]) => is !== undefined)) as never,
  )

test('the first row of a table that fits decides, whatever stands below it', () => {
  fc.assert(
    fc.property(fc.array(anyRow, { maxLength: 8 }), anyFacts, (rows, action) => {
      const table = [...rows, { brag: 'off-track' } as const]
      const row = decidingRow(action, table)!
      expect(fits(table[row]!, action)).toBe(true)
      expect(table.slice(0, row).some((one) => fits(one, action))).toBe(false)
      expect(bragOf(action, table)).toBe(table[row]!.brag)
      expect(bragOf(action, table.slice(0, row + 1))).toBe(table[row]!.brag)
    }),
  )
})
