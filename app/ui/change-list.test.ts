import { expect, test } from 'vitest'
import type { PlanChanges } from '~/domain/plan/changes'
import { movedInWords } from './change-list'

const moved = (worse: number, all: number): PlanChanges => ({
  from: '2026-09-12',
  to: '2026-11-20',
  better: 0,
  worse,
  counts: { worse: all, better: 0, neither: 0 },
  moved: [],
})

test.each([
  [2, 5, '2 actions and 3 recommendations or measures'],
  [1, 2, '1 action and 1 recommendation or measure'],
  [1, 1, '1 action'],
  [0, 3, '3 recommendations or measures'],
])('%s actions among %s things that moved are told as “%s”', (actions, all, words) => {
  expect(movedInWords(moved(actions, all), 'worse')).toBe(words)
})
