import { describe, expect, test } from 'vitest'
import { deliveries } from '../action/delivery'
import { impactTitles, type Impact } from '../action/impact'
import { assurances } from '../evidence/assurance'
import { bragOf, defaultBragTable } from './brag'

const impacts = Object.keys(impactTitles) as Impact[]
const combinations = deliveries.flatMap((delivery) =>
  assurances.flatMap((assurance) => impacts.map((impact) => ({ delivery, assurance, impact }))),
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
    expect(bragOf({ delivery, assurance, impact })).toBe(brag)
  })

  test('is blue for nothing less than delivered, assured and with impact', () => {
    const blue = combinations.filter((one) => bragOf(one) === 'embedded')
    expect(blue).toEqual([
      { delivery: 'delivered', assurance: 'accepted', impact: 'made-a-difference' },
    ])
  })

  test('has a row of the default table for everything that can be', () => {
    for (const one of combinations) {
      const untouched = bragOf(one, [...defaultBragTable, { brag: 'embedded' }])
      expect(untouched).toBe(bragOf(one))
    }
  })

  test('follows the council’s own table, and is off track where that has a hole', () => {
    const own = [{ brag: 'on-track', assurance: ['partly'] }] as const
    const action = { delivery: 'delivered', impact: 'partly' } as const
    expect(bragOf({ ...action, assurance: 'partly' }, own)).toBe('on-track')
    expect(bragOf({ ...action, assurance: 'none' }, own)).toBe('off-track')
  })
})
