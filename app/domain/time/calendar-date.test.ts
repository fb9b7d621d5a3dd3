import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  calendarDate,
  calendarDateIn,
  compareDates,
  counted,
  daysBetween,
  earliest,
  fromDayNumber,
  fullDate,
  knownCalendarDate,
  latest,
  longDate,
  shortDate,
  weekday,
} from './calendar-date'

const anyDate = fc.integer({ min: -20_000, max: 60_000 }).map(fromDayNumber)

describe('a calendar date is read', () => {
  test.each(['2025-11-28', '2024-02-29', '2000-02-29', '1999-12-31'])('from %s', (text) => {
    expect(calendarDate(text)).toBe(text)
  })

  test.each([
    ['a day that does not exist', '2025-02-29'],
    ['a day that does not exist in a century year', '1900-02-29'],
    ['the 31st of a short month', '2025-04-31'],
    ['day nought', '2025-04-00'],
    ['month nought', '2025-00-10'],
    ['a thirteenth month', '2025-13-01'],
    ['missing zeros', '2025-1-1'],
    ['the British order', '28-11-2025'],
    ['slashes', '2025/11/28'],
    ['a time behind it', '2025-11-28T00:00:00Z'],
    ['space around it', ' 2025-11-28 '],
    ['a year before 1000', '0999-01-01'],
    ['nothing', ''],
    ['words', 'tomorrow'],
  ])('but not from %s', (_what, text) => {
    expect(calendarDate(text)).toBeUndefined()
    expect(() => knownCalendarDate(text)).toThrow(RangeError)
  })
})

describe('days are counted', () => {
  test('across the end of a leap February', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
    expect(addDays('2024-03-01', -1)).toBe('2024-02-29')
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2)
  })

  test('without losing or gaining an hour when the clocks change', () => {
    expect(daysBetween('2025-03-29', '2025-03-31')).toBe(2)
    expect(daysBetween('2025-10-25', '2025-10-27')).toBe(2)
  })

  test('so that going there and coming back ends on the same day', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
        expect(addDays(addDays(date, days), -days)).toBe(date)
        expect(daysBetween(date, addDays(date, days))).toBe(days)
      }),
    )
  })

  test('and text order is the order of time', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (a, b) => {
        expect(Math.sign(compareDates(a, b))).toBe(Math.sign(daysBetween(b, a)))
      }),
    )
  })

  test('and the earliest and the latest are found, or nothing among none', () => {
    expect(earliest(['2025-02-01', '2024-12-31', '2025-01-01'])).toBe('2024-12-31')
    expect(latest(['2025-02-01', '2024-12-31', '2025-01-01'])).toBe('2025-02-01')
    expect(earliest([])).toBeUndefined()
  })
})

test.each([
  ['2025-01-31', 1, '2025-02-28'],
  ['2024-01-31', 1, '2024-02-29'],
  ['2025-08-31', 6, '2026-02-28'],
  ['2025-06-30', 6, '2025-12-30'],
  ['2025-11-15', 3, '2026-02-15'],
  ['2025-01-15', -1, '2024-12-15'],
  ['2025-12-01', 12, '2026-12-01'],
] as const)('%s and %i months is %s', (from, count, to) => {
  expect(addMonths(from, count)).toBe(to)
})

test.each([
  ['1970-01-01', 'Thursday'],
  ['1969-12-28', 'Sunday'],
  ['2025-11-28', 'Friday'],
  ['2024-02-29', 'Thursday'],
] as const)('%s is a %s', (date, name) => {
  expect(weekday(date)).toBe(name)
})

describe('an instant falls on the day it is in London', () => {
  test.each([
    ['2025-06-30T22:59:59Z', '2025-06-30'],
    ['2025-06-30T23:00:00Z', '2025-07-01'],
    ['2025-12-31T23:59:59Z', '2025-12-31'],
    ['2026-01-01T00:00:00Z', '2026-01-01'],
    // The clocks go forward at 01:00 UTC on 30 March 2025 and back at 01:00 UTC on 26 October.
    ['2025-03-29T23:30:00Z', '2025-03-29'],
    ['2025-03-30T23:30:00Z', '2025-03-31'],
    ['2025-10-25T23:30:00Z', '2025-10-26'],
    ['2025-10-26T23:30:00Z', '2025-10-26'],
  ])('%s on %s', (instant, day) => {
    expect(calendarDateIn(new Date(instant), 'Europe/London')).toBe(day)
  })

  test('and a broken instant is an error of ours, not a day', () => {
    expect(() => calendarDateIn(new Date('nonsense'), 'Europe/London')).toThrow(RangeError)
  })
})

test('a date is written in full, long and short', () => {
  expect(fullDate('2025-11-28')).toBe('Friday 28 November 2025')
  expect(longDate('2025-11-28')).toBe('28 November 2025')
  expect(longDate('2025-05-01')).toBe('1 May 2025')
  expect(shortDate('2025-11-28')).toBe('28 Nov 2025')
  expect(shortDate('2025-09-03')).toBe('3 Sept 2025')
})

test('one is one and more are many', () => {
  expect(counted(0, 'day')).toBe('0 days')
  expect(counted(1, 'day')).toBe('1 day')
  expect(counted(2, 'piece of evidence', 'pieces of evidence')).toBe('2 pieces of evidence')
})
