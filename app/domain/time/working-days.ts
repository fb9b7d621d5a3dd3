/**
 * A working day is any day other than a Saturday, a Sunday, Christmas Day, Good Friday or a bank
 * holiday in England and Wales; the day after the starting day is day 1.
 *
 * Source: SI 2007/462 reg 1 (under the Banking and Financial Dealings Act 1971). Checked against
 * the dates that Ofsted's own letters state.
 *
 * Outside the years whose bank holidays are known, only weekends are left out and every result says
 * `beyondKnownHolidays: true`. A computed date is then the true one or a little before it, never
 * after: a council that keeps it is in time.
 */
import { bankHolidaysAreKnown, bankHolidays } from './bank-holidays'
import { type CalendarDate, dayNumber, fromDayNumber } from './calendar-date'

export interface WorkingDate {
  date: CalendarDate
  /** Some day counted lies outside the years whose bank holidays we know. */
  beyondKnownHolidays: boolean
}

export interface WorkingDayCount {
  /** Whole working days, negative when the second date is the earlier. */
  days: number
  beyondKnownHolidays: boolean
}

const holidayNumbers = bankHolidays.map((holiday) => dayNumber(holiday.on))
const holidays = new Set(holidayNumbers)

// Day 0, 1 January 1970, was a Thursday; so 2 and 3 modulo 7 are Saturday and Sunday.
const isWeekday = (day: number): boolean => {
  const ofWeek = ((day % 7) + 7) % 7
  return ofWeek !== 2 && ofWeek !== 3
}
const works = (day: number): boolean => isWeekday(day) && !holidays.has(day)

const unsure = (a: CalendarDate, b: CalendarDate): boolean =>
  !bankHolidaysAreKnown(a) || !bankHolidaysAreKnown(b)

/** Whether the day is a working day, as far as bank holidays are known (`bankHolidaysAreKnown`). */
export const isWorkingDay = (date: CalendarDate): boolean => works(dayNumber(date))

/**
 * The `count`th working day after `from`; for a negative count, before it. 0 gives `from` itself,
 * working day or not. Throws RangeError unless `count` is a whole number.
 */
export function addWorkingDays(from: CalendarDate, count: number): WorkingDate {
  if (!Number.isInteger(count)) throw new RangeError(`Not a whole number of days: ${count}`)
  const step = count < 0 ? -1 : 1
  let day = dayNumber(from)
  for (let left = Math.abs(count); left > 0;) {
    day += step
    if (works(day)) left -= 1
  }
  const date = fromDayNumber(day)
  return { date, beyondKnownHolidays: unsure(from, date) }
}

/**
 * Working days after `from` up to and including `to`. When `to` is earlier, the working days from
 * `to` up to but without `from`, as a negative number: the reverse of `addWorkingDays`.
 */
export function workingDaysBetween(from: CalendarDate, to: CalendarDate): WorkingDayCount {
  const start = dayNumber(from)
  const end = dayNumber(to)
  const days = end >= start ? workingFrom(start + 1, end + 1) : -workingFrom(end, start)
  // Without this, none would be minus none.
  return { days: days || 0, beyondKnownHolidays: unsure(from, to) }
}

/** The working days from `start` up to but without `end`, whole weeks at once. */
function workingFrom(start: number, end: number): number {
  const weeks = Math.floor((end - start) / 7)
  let days = weeks * 5
  for (let day = start + weeks * 7; day < end; day += 1) if (isWeekday(day)) days += 1
  // No bank holiday falls on a weekend.
  return days - holidayNumbers.filter((day) => day >= start && day < end).length
}
