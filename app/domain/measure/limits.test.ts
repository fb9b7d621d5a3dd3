import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addMonths } from '../time/calendar-date'
import { limitsOf, segmentsOf, sideOf } from './limits'
import workedValues from './worked-values.json'

describe('limits', () => {
  test('are the mean plus and minus 2.66 times the mean moving range', () => {
    // By hand: mean 12; moving ranges 2, 4, 6, mean 4; 2.66 × 4 = 10.64; two thirds of that 7.0933…
    expect(limitsOf([10, 12, 16, 10])).toEqual({
      mean: 12,
      lower: 12 - 10.64,
      upper: 12 + 10.64,
      nearLower: expect.closeTo(4.9067, 4) as number,
      nearUpper: expect.closeTo(19.0933, 4) as number,
      values: 4,
      onTrial: true,
    })
  })

  test('are drawn from two values, and are on trial until there are twelve', () => {
    expect(limitsOf([])).toBeUndefined()
    expect(limitsOf([3])).toBeUndefined()
    expect(limitsOf([3, 4])?.onTrial).toBe(true)
    expect(limitsOf(Array.from({ length: 11 }, (_, at) => at))?.onTrial).toBe(true)
    expect(limitsOf(Array.from({ length: 12 }, (_, at) => at))?.onTrial).toBe(false)
  })

  test('keep a moving range that is an outlier, as the Excel tools do', () => {
    // moving ranges 1, 1, 1, 1, 20: their mean 4.8, although 20 is more than 3.267 times that
    expect(limitsOf([1, 2, 1, 2, 1, 21])?.upper).toBeCloseTo(28 / 6 + 2.66 * 4.8, 9)
  })

  // docs/worked-values/xmr.py computes these with exact fractions, window by window.
  test.each(Object.entries(workedValues))('agree with the worked values: %s', (_name, worked) => {
    const limits = limitsOf(worked.values.map(Number))!
    for (const line of ['mean', 'lower', 'upper', 'nearLower', 'nearUpper'] as const) {
      expect(limits[line]).toBeCloseTo(worked[line], 8)
    }
  })
})

describe('a value on a line', () => {
  test('is on it where only the rounding of fractions lies between', () => {
    expect(0.1 + 0.2).not.toBe(0.3)
    expect(sideOf(0.1 + 0.2, 0.3, 0.3)).toBe(0)
    expect(sideOf(0.3001, 0.3, 0.3)).toBe(1)
    expect(sideOf(0, 0, 0)).toBe(0)
    expect(sideOf(1e-12, 0, 1e-12)).toBe(1)
  })
})

describe('limits that begin anew', () => {
  const points = [1, 3, 5, 101, 103].map((value, at) => ({
    from: addMonths('2026-01-01', at),
    value,
  }))

  test('leave those before as they were', () => {
    const [before, after] = segmentsOf(points, ['2026-04-01'])
    expect([before?.limits?.mean, after?.limits?.mean]).toEqual([3, 102])
    expect(before?.limits).toEqual(limitsOf([1, 3, 5]))
  })

  test('lose no point and keep their order, wherever they are cut', () => {
    const days = points.map(({ from }) => from)
    fc.assert(
      fc.property(fc.subarray(days), (cuts) => {
        const segments = segmentsOf(points, cuts)
        expect(segments.flatMap((segment) => segment.points)).toEqual(points)
      }),
    )
  })
})

describe('whatever the values', () => {
  const values = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 2, maxLength: 60 })

  test('the limits move with them when each is larger by the same', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 0, max: 10_000 }), (all, more) => {
        const [here, there] = [limitsOf(all)!, limitsOf(all.map((value) => value + more))!]
        expect(there.mean).toBeCloseTo(here.mean + more, 6)
        expect(there.upper - there.lower).toBeCloseTo(here.upper - here.lower, 6)
      }),
    )
  })

  test('the limits grow with them when each is multiplied', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 100 }), (all, times) => {
        const [here, there] = [limitsOf(all)!, limitsOf(all.map((value) => value * times))!]
        expect(there.upper).toBeCloseTo(here.upper * times, 4)
        expect(there.nearLower).toBeCloseTo(here.nearLower * times, 4)
      }),
    )
  })

  test('the limits are the same read backwards', () => {
    fc.assert(
      fc.property(values, (all) => {
        expect(limitsOf([...all].reverse())!.upper).toBeCloseTo(limitsOf(all)!.upper, 6)
      }),
    )
  })
})
