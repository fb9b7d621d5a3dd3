import { expect, test } from 'vitest'
import { likelyDays, mostLikelyDays } from './likely-days'

const plan = {
  visits: [],
  boards: [],
  beganOn: '2026-08-20',
  today: '2026-11-26',
} as const

test('month ends since the plan began are likely looked at, the latest first', () => {
  expect(likelyDays(plan)).toEqual(['2026-10-31', '2026-09-30', '2026-08-31'])
})

test('so are a visit that was held and its eve, and meetings of the board, each day once', () => {
  const visits = [
    { heldFrom: '2026-10-01', heldTo: '2026-10-02' },
    { heldFrom: null, heldTo: null },
  ] as const
  const boards = [{ heldOn: '2026-10-02' }, { heldOn: '2026-11-20' }] as const
  expect(likelyDays({ ...plan, visits, boards })).toEqual([
    '2026-11-20',
    '2026-10-31',
    '2026-10-02',
    '2026-09-30',
    '2026-08-31',
  ])
})

test('today and what is ahead have no past to be made ready, nor has a day before the plan', () => {
  const boards = [
    { heldOn: '2026-11-26' },
    { heldOn: '2026-12-10' },
    { heldOn: '2026-08-19' },
  ] as const
  expect(likelyDays({ ...plan, boards })).toEqual(likelyDays(plan))
})

test('of a long story the latest are enough', () => {
  const boards = Array.from({ length: 28 }, (_, at) => ({
    heldOn: `2026-09-${String(at + 1).padStart(2, '0')}` as const,
  })) as { heldOn: '2026-09-01' }[]
  const days = likelyDays({ ...plan, boards, beganOn: '2020-01-01' })
  expect(days).toHaveLength(mostLikelyDays)
  expect(days[0]).toBe('2026-10-31')
  expect(days.at(-1)).toBe('2026-09-01')
})
