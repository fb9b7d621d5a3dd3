import { describe, expect, test } from 'vitest'
import { askedDay } from './past-day'

const plan = { today: '2026-11-20', beganOn: '2025-03-03' } as const

describe('the plan is seen', () => {
  test.each(['2025-03-03', '2026-11-19', '2026-03-29', '2026-10-25', ' 2025-09-30 '])(
    'as at %s, a day that is over',
    (asked) => {
      expect(askedDay(asked, plan)).toEqual({ day: asked.trim() })
    },
  )

  test('as it is, where today is asked for', () => {
    expect(askedDay('2026-11-20', plan)).toEqual({ today: true })
  })

  test.each([
    ['of the future', '2026-11-21', 'Saturday 21 November 2026 has not come yet.'],
    ['before the first data', '2025-03-02', 'the plan begins on Monday 3 March 2025.'],
    ['that does not exist', '2026-02-30', 'That is not a day.'],
    ['in words', 'yesterday', 'That is not a day.'],
    ['left empty', '', 'That is not a day.'],
    ['with a NUL in it', '2026-01-01\0', 'That is not a day.'],
  ])('but not as at a day %s', (_which, asked, because) => {
    expect(askedDay(asked, plan)).toEqual({ because: expect.stringContaining(because) as string })
  })

  test('but not while nothing has begun', () => {
    expect(askedDay('2026-11-19', { ...plan, beganOn: undefined })).toEqual({
      because: 'There is no data for that day: the plan has not begun yet.',
    })
  })
})
