import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ordinal, placeIn, type Telling, threadsOf, timeOf, timesTold, toldIn } from './threads'

const told = (
  id: number,
  inspectionId: number,
  inspectedFrom: Telling['inspectedFrom'],
): Telling => ({
  id,
  inspectionId,
  inspectedFrom,
})
const in2015 = told(13, 2, '2015-10-05')
const in2019 = told(1, 1, '2019-03-04')
const alsoIn2019 = told(4, 1, '2019-03-04')
const in2026 = told(20, 3, '2026-06-01')
const all = [in2026, alsoIn2019, in2019, in2015]
const repeats = [
  { earlierId: 1, laterId: 20 },
  { earlierId: 13, laterId: 1 },
]

describe('a thread', () => {
  test('joins what was told again, through one another, the oldest first', () => {
    const threads = threadsOf(all, repeats)
    expect(threads.get(20)).toEqual([in2015, in2019, in2026])
    expect(threads.get(13)).toEqual([in2015, in2019, in2026])
    expect(threads.get(4)).toBeUndefined()
  })

  test('says in which years it was told, with the month where one stands twice', () => {
    expect(toldIn(['2019-03-04', '2022-02-07', '2026-06-01'])).toBe('2019, 2022 and again in 2026')
    expect(toldIn(['2022-02-07', '2022-10-03', '2026-06-01'])).toBe(
      'February 2022, October 2022 and again in 2026',
    )
    expect(toldIn(['2015-10-05', '2019-03-04'])).toBe('2015 and again in 2019')
    expect(toldIn(['2015-10-05'])).toBe('2015')
  })

  test('is told once by an inspection, in however many recommendations', () => {
    const thread = threadsOf(all, [...repeats, { earlierId: 13, laterId: 4 }]).get(20)!
    expect(timesTold(thread).map(({ said }) => said.map(({ id }) => id))).toEqual([
      [13],
      [1, 4],
      [20],
    ])
    expect([13, 1, 4, 20].map((id) => timeOf(thread, id))).toEqual([1, 2, 2, 3])
    expect(placeIn(thread, 13)).toEqual({ toldBefore: [], carriedBy: [20] })
    expect(placeIn(thread, 4)).toEqual({ toldBefore: ['2015-10-05'], carriedBy: [20] })
    expect(placeIn(thread, 20)).toEqual({ toldBefore: ['2015-10-05', '2019-03-04'], carriedBy: [] })
  })

  test('is not what was told once', () => {
    expect(timeOf(undefined, 4)).toBe(1)
    expect(placeIn(undefined, 4)).toEqual({ toldBefore: [], carriedBy: [] })
    expect(threadsOf(all, [{ earlierId: 99, laterId: 1 }]).size).toBe(0)
  })

  test('is the same in whatever order its repeats were confirmed', () => {
    const tellings = Array.from({ length: 12 }, (_, at) => told(at, at, `${2010 + at}-01-01`))
    const pair = fc
      .tuple(fc.nat(11), fc.nat(11))
      .filter(([a, b]) => a !== b)
      .map(([a, b]) => ({ earlierId: Math.min(a, b), laterId: Math.max(a, b) }))
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 12 }), (pairs) => {
        const threads = threadsOf(tellings, pairs)
        const otherwise = threadsOf(tellings, [...pairs].reverse())
        for (const { id } of tellings) expect(otherwise.get(id)).toEqual(threads.get(id))
        // whoever is in a thread with another says so of both, and every pair is in one thread
        for (const { earlierId, laterId } of pairs) {
          expect(threads.get(earlierId)).toEqual(threads.get(laterId))
        }
        for (const [id, thread] of threads) {
          expect(thread.map((one) => one.id)).toContain(id)
          expect(thread.length).toBeGreaterThan(1)
        }
      }),
    )
  })
})

test.each([
  [1, '1st'],
  [2, '2nd'],
  [3, '3rd'],
  [4, '4th'],
  [11, '11th'],
  [12, '12th'],
  [13, '13th'],
  [22, '22nd'],
])('%s is the %s', (number, words) => {
  expect(ordinal(number)).toBe(words)
})
