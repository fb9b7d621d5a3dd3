import { expect, test } from 'vitest'
import type { BurnUpDay } from '~/domain/plan/burn-up'
import { burnUpView } from './burn-up-view'

const days: BurnUpDay[] = [
  { on: '2026-01-31', actions: 10, delivered: 0, assured: 0, difference: 0 },
  { on: '2026-02-28', actions: 12, delivered: 4, assured: 2, difference: 0 },
  { on: '2026-03-10', actions: 12, delivered: 5, assured: 1, difference: 1 },
]
const visits = [
  { id: 1, title: 'Monitoring visit of 2 December 2025', on: '2025-12-02' as const },
  { id: 2, title: 'Monitoring visit of 20 February 2026', on: '2026-02-20' as const },
]

test('the burn-up says what it shows, with a number at the end of every line', () => {
  const view = burnUpView(days, visits)!
  expect(view.drawing.title).toBe('Of 12 actions, 5 delivered, 1 assured, 1 made a difference')
  expect(view.drawing.description).toContain('Assured: from 0 to 1.')
  expect(view.drawing.lines.map(({ kind }) => kind)).toEqual([
    'actions',
    'delivered',
    'assured',
    'difference',
  ])
  const words = Object.fromEntries(view.drawing.ends.map(({ kind, words: end }) => [kind, end]))
  expect(words).toEqual({ actions: '12', delivered: '5', assured: '1', difference: '1' })
})

test('the numbers at the ends of two lines do not stand on one another', () => {
  const ys = burnUpView(days, [])!.drawing.ends.map(({ y }) => y)
  const sorted = [...ys].sort((a, b) => a - b)
  for (const [at, y] of sorted.slice(1).entries()) {
    expect(y - sorted[at]!).toBeGreaterThanOrEqual(16.9)
  }
})

test('a visit from before its first month is left out', () => {
  const view = burnUpView(days, visits)!
  expect(view.visits.map(({ id }) => id)).toEqual([2])
  expect(view.drawing.visits).toMatchObject([{ letter: 'a' }])
})

test('one month makes no line', () => {
  expect(burnUpView(days.slice(0, 1), visits)).toBeUndefined()
})
