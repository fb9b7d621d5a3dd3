import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CalendarDate, addDays, fromDayNumber } from './calendar-date'
import { addWorkingDays, isWorkingDay, workingDaysBetween } from './working-days'

// Deadlines as 63 JTAI letters state them, kept beside the project and not in it.
const letters = new URL('../../../../shared/jtai_deadlines_test_vectors.csv', import.meta.url)

const date2012To2027 = fc.integer({ min: 15_340, max: 21_180 }).map(fromDayNumber)

describe('a working day', () => {
  test.each(['2025-11-28', '2025-12-24', '2022-05-30', '2020-05-04'] as const)('is %s', (date) => {
    expect(isWorkingDay(date)).toBe(true)
  })

  test.each([
    ['a Saturday', '2025-11-29'],
    ['a Sunday', '2025-11-30'],
    ['Christmas Day', '2025-12-25'],
    ['Christmas Day on a Saturday', '2021-12-25'],
    ['its substitute', '2021-12-27'],
    ['Good Friday', '2025-04-18'],
    ['a usual bank holiday', '2025-08-25'],
    ['a one-off bank holiday', '2022-09-19'],
  ] as const)('is not %s', (_what, date) => {
    expect(isWorkingDay(date)).toBe(false)
  })
})

describe('working days are added', () => {
  test.each([
    ['the day after is day 1', '2025-11-24', 1, '2025-11-25'],
    ['a weekend is passed over', '2025-11-28', 1, '2025-12-01'],
    ['a start on a Saturday counts from the Monday', '2025-11-29', 1, '2025-12-01'],
    ['Christmas and New Year are passed over', '2025-12-24', 3, '2025-12-31'],
    ['none is the same day, even a Sunday', '2025-11-30', 0, '2025-11-30'],
    ['backwards', '2025-12-01', -1, '2025-11-28'],
    ['backwards over Easter', '2025-04-22', -1, '2025-04-17'],
    ['Stockton 2023: 70 days over the coronation year', '2023-05-09', 70, '2023-08-16'],
    ['Cheshire East 2022', '2022-09-26', 70, '2023-01-05'],
    ['Sefton 2019', '2019-12-18', 70, '2020-03-30'],
    ['East Sussex 2020, with VE Day', '2020-04-14', 70, '2020-07-23'],
  ] as const)('%s', (_what, from, count, date) => {
    expect(addWorkingDays(from, count)).toEqual({ date, beyondKnownHolidays: false })
  })

  test.each([1.5, Number.NaN, Number.POSITIVE_INFINITY])('but not %d of them', (count) => {
    expect(() => addWorkingDays('2025-11-28', count)).toThrow(RangeError)
  })

  test('and a date beyond the known bank holidays says so', () => {
    expect(addWorkingDays('2028-12-29', 1)).toEqual({
      date: '2029-01-01',
      beyondKnownHolidays: true,
    })
    expect(addWorkingDays('2028-12-28', 1).beyondKnownHolidays).toBe(false)
    expect(addWorkingDays('2011-12-30', 70).beyondKnownHolidays).toBe(true)
    expect(workingDaysBetween('2028-12-29', '2029-02-01').beyondKnownHolidays).toBe(true)
    expect(workingDaysBetween('2028-01-04', '2028-12-29').beyondKnownHolidays).toBe(false)
  })
})

describe('working days are counted', () => {
  test.each([
    ['the same day', '2025-11-28', '2025-11-28', 0],
    ['Friday to Saturday', '2025-11-28', '2025-11-29', 0],
    ['Friday to Monday', '2025-11-28', '2025-12-01', 1],
    ['Monday back to Friday', '2025-12-01', '2025-11-28', -1],
    ['a week with a bank holiday', '2025-05-02', '2025-05-09', 4],
  ] as const)('%s', (_what, from, to, days) => {
    expect(workingDaysBetween(from, to)).toEqual({ days, beyondKnownHolidays: false })
  })

  test('day by day and by whole weeks alike', () => {
    fc.assert(
      fc.property(date2012To2027, fc.integer({ min: 0, max: 500 }), (from, length) => {
        const days = Array.from({ length }, (_, at) => addDays(from, at + 1))
        expect(workingDaysBetween(from, addDays(from, length)).days).toBe(
          days.filter(isWorkingDay).length,
        )
      }),
    )
  })

  test('to the end of the calendar without walking there', () => {
    // Ten thousand walks of eight thousand years would run into the runner's own limit for a test.
    for (let time = 0; time < 10_000; time += 1) workingDaysBetween('2026-11-20', '9999-12-31')
    expect(workingDaysBetween('2026-11-20', '9999-12-31').days).toBe(
      workingDaysBetween('2026-11-20', '5000-01-01').days +
        workingDaysBetween('5000-01-01', '9999-12-31').days,
    )
  })

  test('as many as were added', () => {
    fc.assert(
      fc.property(date2012To2027, fc.integer({ min: 1, max: 200 }), (from, count) => {
        const later = addWorkingDays(from, count).date
        const before = addWorkingDays(from, -count).date
        expect(workingDaysBetween(from, later).days).toBe(count)
        expect(workingDaysBetween(from, before).days).toBe(-count)
        expect(isWorkingDay(later) && isWorkingDay(before)).toBe(true)
      }),
    )
  })

  test('in two steps as in one', () => {
    fc.assert(
      fc.property(
        date2012To2027,
        fc.integer({ min: 0, max: 120 }),
        fc.integer({ min: 1, max: 120 }),
        (from, first, second) => {
          const between = addWorkingDays(from, first).date
          expect(addWorkingDays(between, second)).toEqual(addWorkingDays(from, first + second))
        },
      ),
    )
  })

  test('never more than there are days, and always at least the length of a working week', () => {
    fc.assert(
      fc.property(date2012To2027, fc.integer({ min: 0, max: 400 }), (from, days) => {
        const counted = workingDaysBetween(from, addDays(from, days)).days
        expect(counted).toBeLessThanOrEqual(days)
        expect(counted).toBeGreaterThanOrEqual(Math.floor(days / 7) * 5 - 14)
      }),
    )
  })

  test('never to an earlier date for a later start', () => {
    fc.assert(
      fc.property(date2012To2027, fc.integer({ min: 0, max: 100 }), (from, count) => {
        expect(
          addWorkingDays(addDays(from, 1), count).date >= addWorkingDays(from, count).date,
        ).toBe(true)
      }),
    )
  })
})

test.skipIf(!existsSync(letters))(
  'seventy working days agree with the JTAI letters (skipped where ../shared/jtai_deadlines_test_vectors.csv is not kept)',
  () => {
    const [, ...rows] = readFileSync(letters, 'utf8').trim().split(/\r?\n/)
    const read = rows.map((row) => {
      const [council, published, , stated, , , plus70] = row.split(',') as CalendarDate[]
      return { council, stated, plus70, ours: addWorkingDays(published!, 70).date }
    })
    expect(read).toHaveLength(63)
    expect(read.filter((row) => row.ours !== row.plus70)).toEqual([])
    expect(read.filter((row) => row.ours === row.stated)).toHaveLength(33)
  },
)
