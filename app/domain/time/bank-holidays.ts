/**
 * The bank holidays of England and Wales from 2012 to 2028, as days and names.
 *
 * Source: Banking and Financial Dealings Act 1971 and its proclamations, as published at
 * https://www.gov.uk/bank-holidays. GOV.UK announces about two years ahead, and one-off days come
 * at short notice, so the last year here is also the last year for which a sum of working days is
 * sure. To extend it: add the year's line, and any one-off day below.
 */
import { type CalendarDate, knownCalendarDate } from './calendar-date'

export interface BankHoliday {
  on: CalendarDate
  title: string
  /** The day is taken in place of one that fell on a weekend. */
  substitute: boolean
}

const usual = [
  'New Year’s Day',
  'Good Friday',
  'Easter Monday',
  'Early May bank holiday',
  'Spring bank holiday',
  'Summer bank holiday',
  'Christmas Day',
  'Boxing Day',
] as const

// One line a year, month-day, in the order of `usual`. Moved days stand where they were moved to:
// the spring holiday of 2012 and 2022 for the jubilees, early May 2020 for VE Day.
const years: Record<number, string> = {
  2012: '01-02 04-06 04-09 05-07 06-04 08-27 12-25 12-26',
  2013: '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26',
  2014: '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
  2015: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
  2016: '01-01 03-25 03-28 05-02 05-30 08-29 12-27 12-26',
  2017: '01-02 04-14 04-17 05-01 05-29 08-28 12-25 12-26',
  2018: '01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26',
  2019: '01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26',
  2020: '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28',
  2021: '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28',
  2022: '01-03 04-15 04-18 05-02 06-02 08-29 12-27 12-26',
  2023: '01-02 04-07 04-10 05-01 05-29 08-28 12-25 12-26',
  2024: '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26',
  2025: '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
  2026: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
  2027: '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28',
  2028: '01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26',
}

const oneOff: readonly BankHoliday[] = [
  { on: '2012-06-05', title: 'Diamond Jubilee of Queen Elizabeth II', substitute: false },
  { on: '2022-06-03', title: 'Platinum Jubilee of Queen Elizabeth II', substitute: false },
  { on: '2022-09-19', title: 'State funeral of Queen Elizabeth II', substitute: false },
  { on: '2023-05-08', title: 'Coronation of King Charles III', substitute: false },
]

const fixed: Record<string, string> = {
  'New Year’s Day': '01-01',
  'Christmas Day': '12-25',
  'Boxing Day': '12-26',
}

function holidaysOfYear([year, line]: [string, string]): BankHoliday[] {
  return line.split(' ').map((monthDay, column) => {
    const title = usual[column]!
    const own = fixed[title]
    return {
      on: knownCalendarDate(`${year}-${monthDay}`),
      title,
      substitute: own !== undefined && own !== monthDay,
    }
  })
}

/** Every bank holiday we know, earliest first; none falls on a weekend. */
export const bankHolidays: readonly BankHoliday[] = [
  ...Object.entries(years).flatMap(holidaysOfYear),
  ...oneOff,
].sort((a, b) => (a.on < b.on ? -1 : 1))

/** The first and the last day for which bank holidays are known, both included. */
export const bankHolidaysKnownFrom: CalendarDate = '2012-01-01'
export const bankHolidaysKnownTo: CalendarDate = '2028-12-31'

const byDate = new Map(bankHolidays.map((holiday) => [holiday.on, holiday]))

export const bankHolidayOn = (date: CalendarDate): BankHoliday | undefined => byDate.get(date)

/** Whether the year's bank holidays are known. Before 2012 and after 2028 they are not. */
export const bankHolidaysAreKnown = (date: CalendarDate): boolean =>
  date >= bankHolidaysKnownFrom && date <= bankHolidaysKnownTo
