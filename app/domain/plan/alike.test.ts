import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alikePairs, likeness, samePairs, trigramsOf } from './alike'

const how = (a: string, b: string) => likeness(trigramsOf(a), trigramsOf(b))

describe('two titles', () => {
  test.each([
    ['Test the hand-over protocol by audit', 'Audit: test the hand-over protocol by'],
    ['Siân’s cases', 'SIAN’S cases'],
  ])('are the same: “%s” and “%s”', (a, b) => {
    expect(how(a, b)).toBe(1)
  })

  test('are as alike as pg_trgm finds them', () => {
    // the example of its manual; plan-lint.test.ts asks Postgres itself
    expect(how('word', 'two words')).toBeCloseTo(0.36363637, 6)
    expect(how('Weekly allocation meeting', 'Pathway plan audit')).toBeLessThan(0.2)
    expect(how('', '')).toBe(0)
  })
})

const words = fc.constantFrom('audit', 'audits', 'plan', 'plans', 'hand', 'over', 'train', 'file')
const title = fc.array(words, { minLength: 1, maxLength: 5 }).map((all) => all.join(' '))

test('every pair that is alike enough is found, and none besides', () => {
  fc.assert(
    fc.property(
      fc.array(title, { maxLength: 14 }),
      fc.constantFrom(0.3, 0.5, 0.6, 0.8, 1),
      (titles, atLeast) => {
        const all = titles.map((one, id) => ({ id, title: one }))
        const mayPair = (a: { id: number }, b: { id: number }) => (a.id + b.id) % 3 !== 0
        const slowly = all.flatMap((one) =>
          all
            .filter((other) => other.id > one.id && mayPair(one, other))
            .filter((other) => how(one.title, other.title) >= atLeast)
            .map((other) => `${one.id} ${other.id}`),
        )
        const found = alikePairs(all, atLeast, mayPair)
        const named = (pairs: typeof found) =>
          pairs.map(({ one, other }) => `${one.id} ${other.id}`).sort()
        expect(named(samePairs(all, mayPair))).toEqual(
          named(found.filter((pair) => pair.likeness === 1)),
        )
        expect(named(found)).toEqual(slowly.sort())
        expect(found.map((pair) => pair.likeness)).toEqual(
          found.map((pair) => pair.likeness).sort((a, b) => b - a),
        )
      },
    ),
  )
})
