import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assuranceOf, meetsTarget, targetOn } from './assurance'
import { limitsOf } from './limits'

// By hand: mean 10, moving ranges all 2, limits 10 ± 5.32
const limits = limitsOf([9, 11, 9, 11, 9, 11, 9, 11, 9, 11])!

describe('a target', () => {
  test.each([
    [16, 'up', 'fail'],
    [16, 'down', 'pass'],
    [4, 'up', 'pass'],
    [4, 'down', 'fail'],
    [12, 'up', 'hit-and-miss'],
    [12, 'down', 'hit-and-miss'],
  ] as const)('of %d, where %s is better: %s', (target, better, assurance) => {
    expect(assuranceOf(limits, target, better)).toBe(assurance)
  })

  test('on a limit is hit and miss', () => {
    expect(assuranceOf(limits, limits.upper, 'up')).toBe('hit-and-miss')
    expect(assuranceOf(limits, limits.lower, 'down')).toBe('hit-and-miss')
  })

  test.each([
    ['nothing is better', limits, 12, 'neutral'],
    ['there is no target', limits, null, 'up'],
    ['there are no limits', undefined, 12, 'up'],
    ['there are fewer than ten figures', limitsOf([9, 11, 9, 11, 9, 11, 9, 11, 9]), 12, 'up'],
  ] as const)('has no answer where %s', (_why, those, target, better) => {
    expect(assuranceOf(those, target, better)).toBeUndefined()
  })

  test('is met on the better side and on itself', () => {
    expect([9, 10, 11].map((value) => meetsTarget(value, 10, 'up'))).toEqual([false, true, true])
    expect([9, 10, 11].map((value) => meetsTarget(value, 10, 'down'))).toEqual([true, true, false])
    expect(meetsTarget(9, 10, 'neutral')).toBeUndefined()
  })

  test('is valid from its day until the next one, in whatever order they come', () => {
    const targets = [
      { validFrom: '2026-04-01', value: 90 },
      { validFrom: '2025-04-01', value: 80 },
      { validFrom: '2026-10-01', value: null },
    ] as const
    expect(targetOn(targets, '2025-03-31')).toBeNull()
    expect(targetOn(targets, '2026-03-31')).toBe(80)
    expect(targetOn(targets, '2026-04-01')).toBe(90)
    expect(targetOn(targets, '2026-10-31')).toBeNull()
  })
})

test('Whatever the figures, mirrored they pass where they failed.', () => {
  const swapped = { pass: 'fail', fail: 'pass', 'hit-and-miss': 'hit-and-miss' }
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 10, maxLength: 40 }),
      fc.integer({ min: 0, max: 100 }),
      (values, target) => {
        const here = assuranceOf(limitsOf(values), target, 'up')!
        const mirrored = limitsOf(values.map((value) => 100 - value))
        expect(assuranceOf(mirrored, 100 - target, 'up')).toBe(swapped[here])
        expect(assuranceOf(limitsOf(values), target, 'down')).toBe(swapped[here])
      },
    ),
  )
})
