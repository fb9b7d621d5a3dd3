import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  bankHolidayOn,
  bankHolidays,
  bankHolidaysAreKnown,
  bankHolidaysKnownFrom,
  bankHolidaysKnownTo,
} from './bank-holidays'
import { type CalendarDate, addDays, weekday } from './calendar-date'

// GOV.UK's feed, kept beside the project and not in it.
const feed = new URL('../../../../shared/bank-holidays.json', import.meta.url)

const titled = (title: string) => bankHolidays.filter((holiday) => holiday.title === title)

describe('the bank holidays of England and Wales', () => {
  test('are seventeen years of eight, and four one-off days', () => {
    expect(bankHolidays).toHaveLength(17 * 8 + 4)
    expect(new Set(bankHolidays.map((holiday) => holiday.on)).size).toBe(bankHolidays.length)
  })

  test('never fall on a weekend, because a substitute day is given', () => {
    const weekends = bankHolidays.filter((holiday) =>
      ['Saturday', 'Sunday'].includes(weekday(holiday.on)),
    )
    expect(weekends).toEqual([])
  })

  test('have Easter Monday three days after Good Friday', () => {
    expect(titled('Good Friday').map((holiday) => weekday(holiday.on))).toEqual(
      Array.from({ length: 17 }, () => 'Friday'),
    )
    expect(titled('Easter Monday').map((holiday) => holiday.on)).toEqual(
      titled('Good Friday').map((holiday) => addDays(holiday.on, 3)),
    )
  })

  test.each([
    ['2012-06-04', 'Spring bank holiday', false],
    ['2012-06-05', 'Diamond Jubilee of Queen Elizabeth II', false],
    ['2020-05-08', 'Early May bank holiday', false],
    ['2022-06-02', 'Spring bank holiday', false],
    ['2022-06-03', 'Platinum Jubilee of Queen Elizabeth II', false],
    ['2022-09-19', 'State funeral of Queen Elizabeth II', false],
    ['2023-05-08', 'Coronation of King Charles III', false],
    ['2021-12-27', 'Christmas Day', true],
    ['2021-12-28', 'Boxing Day', true],
    ['2022-12-26', 'Boxing Day', false],
    ['2022-12-27', 'Christmas Day', true],
    ['2023-01-02', 'New Year’s Day', true],
  ] as const)('have %s as %s', (on, title, substitute) => {
    expect(bankHolidayOn(on)).toEqual({ on, title, substitute })
  })

  test.each(['2012-05-28', '2020-05-04', '2022-05-30', '2021-12-25', '2025-12-24'] as const)(
    'do not have %s',
    (on) => {
      expect(bankHolidayOn(on)).toBeUndefined()
    },
  )

  test('are known from the first day of 2012 to the last of 2028, and not outside', () => {
    expect(bankHolidaysAreKnown(bankHolidaysKnownFrom)).toBe(true)
    expect(bankHolidaysAreKnown(bankHolidaysKnownTo)).toBe(true)
    expect(bankHolidaysAreKnown(addDays(bankHolidaysKnownFrom, -1))).toBe(false)
    expect(bankHolidaysAreKnown(addDays(bankHolidaysKnownTo, 1))).toBe(false)
  })

  test.skipIf(!existsSync(feed))(
    'are GOV.UK’s own, day for day (skipped where ../shared/bank-holidays.json is not kept)',
    () => {
      const published = JSON.parse(readFileSync(feed, 'utf8')) as {
        'england-and-wales': { events: { date: CalendarDate }[] }
      }
      expect(bankHolidays.map((holiday) => holiday.on)).toEqual(
        published['england-and-wales'].events.map((event) => event.date),
      )
    },
  )
})
