import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { limitsOf } from './limits'
import { meaningOf, type Signal, signalsOf } from './signals'
import workedValues from './worked-values.json'

const signals = (values: readonly number[]) => signalsOf(values, limitsOf(values))
const told = (values: readonly number[]) =>
  signals(values).map((signal) => signal && `${signal.kind} ${signal.direction}`)
const marked = (values: readonly number[], kind: Signal['kind']) =>
  signals(values).flatMap((signal, at) => (signal?.kind === kind ? [at] : []))

// docs/worked-values/xmr.py computes these with exact fractions, window by window.
test.each(Object.entries(workedValues))('The worked values have these signals: %s', (_, worked) => {
  expect(told(worked.values.map(Number))).toEqual(worked.signals)
})

test('The worked values hold every signal in both directions, so that none goes untried.', () => {
  const all = new Set(Object.values(workedValues).flatMap(({ signals: those }) => those))
  const kinds = ['outside', 'trend', 'two-of-three', 'shift']
  const wanted = kinds.flatMap((kind) => [`${kind} up`, `${kind} down`])
  expect(wanted.filter((signal) => !all.has(signal))).toEqual([])
})

describe('by hand', () => {
  const wobble = [9, 11, 9, 11, 9, 11, 9, 11, 9, 11]

  test('a value on a limit is not outside it', () => {
    const limits = { ...limitsOf(wobble)!, upper: 11, nearUpper: 12 }
    expect(signalsOf(wobble, limits).every((signal) => signal === null)).toBe(true)
    expect(signalsOf(wobble, { ...limits, upper: 10.9 })[1]).toMatchObject({ kind: 'outside' })
  })

  test('six on one side are no shift, seven are', () => {
    const limits = {
      ...limitsOf(wobble)!,
      mean: 10,
      lower: 0,
      upper: 20,
      nearLower: 1,
      nearUpper: 19,
    }
    const ending = (count: number) => [9, 11, 9, 11, 9, ...Array<number>(count).fill(12)]
    expect(signalsOf(ending(6), limits).filter(Boolean)).toEqual([])
    expect(signalsOf(ending(7), limits).filter(Boolean)).toHaveLength(7)
  })

  test('a value on the mean ends a shift', () => {
    const limits = {
      ...limitsOf(wobble)!,
      mean: 10,
      lower: 0,
      upper: 20,
      nearLower: 1,
      nearUpper: 19,
    }
    expect(signalsOf([9, 9, 12, 12, 12, 12, 10, 12, 12, 12], limits).filter(Boolean)).toEqual([])
  })

  test('six rising are no trend, seven are: six steps', () => {
    expect(marked([5, 6, 5, 6, 2, 3, 4, 5, 6, 7, 6, 7], 'trend')).toEqual([])
    expect(marked([5, 6, 5, 6, 2, 3, 4, 5, 6, 7, 8, 7], 'trend')).toEqual([4, 5, 6, 7, 8, 9, 10])
  })

  test('an equal value ends a trend', () => {
    expect(marked([10, 9, 10, 1, 2, 3, 4, 4, 5, 6, 7, 5], 'trend')).toEqual([])
  })

  test('of two of three only those near the limit are marked, and all three lie on one side', () => {
    const limits = {
      mean: 10,
      lower: 0,
      upper: 20,
      nearLower: 3,
      nearUpper: 17,
      values: 12,
      onTrial: false,
    }
    const near = [9, 11, 9, 11, 18, 12, 19, 9, 11, 9, 11, 9]
    expect(told12(near)).toEqual([4, 6])
    const across = [9, 11, 9, 11, 18, 9, 19, 9, 11, 9, 11, 9]
    expect(told12(across)).toEqual([])
    function told12(values: number[]) {
      return signalsOf(values, limits).flatMap((signal, at) =>
        signal?.kind === 'two-of-three' ? [at] : [],
      )
    }
  })

  test('outside goes before trend, and trend before shift', () => {
    const rising = [10, 10, 10, 10, 10, 10, 10, 10, 10, 11, 12, 13, 14, 15, 40]
    expect(told(rising).slice(-7)).toEqual([...Array<string>(6).fill('trend up'), 'outside up'])
  })

  test('nine values have no signal, ten have', () => {
    expect(told([1, 2, 1, 2, 1, 2, 1, 2, 40]).filter(Boolean)).toEqual([])
    expect(told([1, 2, 1, 2, 1, 2, 1, 2, 1, 40])).toEqual([
      ...Array<string>(9).fill('shift down'),
      'outside up',
    ])
  })

  test('values that are all the same have no signal, whatever fractions they are', () => {
    expect(told(Array<number>(30).fill(0.1)).filter(Boolean)).toEqual([])
  })
})

test.each([
  ['up', 'up', 'improvement'],
  ['down', 'up', 'concern'],
  ['up', 'down', 'concern'],
  ['down', 'down', 'improvement'],
  ['up', 'neutral', 'change'],
  ['down', 'neutral', 'change'],
] as const)('A signal %s is, where %s is better: %s.', (direction, better, meaning) => {
  expect(meaningOf({ direction }, better)).toBe(meaning)
})

describe('whatever the values', () => {
  // Small whole numbers, so that ties and values on the mean are frequent.
  const values = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 2, maxLength: 50 })

  test('the signals are the same when each value is larger by the same', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 1000 }), (all, more) => {
        expect(told(all.map((value) => value + more))).toEqual(told(all))
      }),
    )
  })

  test('the signals are the same when each value is multiplied, so that the unit does not matter', () => {
    fc.assert(
      fc.property(values, fc.constantFrom(0.001, 0.1, 0.7, 3, 1000), (all, times) => {
        expect(told(all.map((value) => value * times))).toEqual(told(all))
      }),
    )
  })

  test('mirrored, what was an improvement is a concern', () => {
    fc.assert(
      fc.property(values, (all) => {
        const meanings = (some: readonly number[]) =>
          signals(some).map((signal) => signal && meaningOf(signal, 'up'))
        const swapped = { improvement: 'concern', concern: 'improvement', change: 'change' }
        expect(meanings(all.map((value) => 12 - value))).toEqual(
          meanings(all).map((meaning) => meaning && swapped[meaning]),
        )
      }),
    )
  })

  test('read backwards, the same values are marked by the rules that know no direction of time', () => {
    fc.assert(
      fc.property(values, (all) => {
        const those = (some: readonly number[]) => some.map((_, at) => told(some)[at])
        const plain = (signal: string | null | undefined) => signal?.replace(/^trend .*/, 'trend')
        expect(those([...all].reverse()).map(plain)).toEqual(those(all).reverse().map(plain))
      }),
      { numRuns: 60 },
    )
  })

  test('a signal of a run holds at least seven values, and every value of it is marked', () => {
    fc.assert(
      fc.property(values, (all) => {
        const found = signals(all)
        for (const signal of found) {
          if (!signal || (signal.kind !== 'trend' && signal.kind !== 'shift')) continue
          expect(signal.last - signal.first + 1).toBeGreaterThanOrEqual(7)
          const run = found.slice(signal.first, signal.last + 1)
          expect(run.every((one) => one !== null)).toBe(true)
        }
      }),
    )
  })
})
