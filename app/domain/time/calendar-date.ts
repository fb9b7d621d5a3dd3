/**
 * A calendar date is a day as a person in England writes it, without hours or time zone.
 *
 * Plans, duties and evidence are about days; an instant becomes a day only through
 * `calendarDateIn`, in London's time, so that 00:30 on a summer night belongs to the right day.
 * Nothing here reads a clock: "today" is always handed in.
 */

/** ISO 8601 'YYYY-MM-DD', years 1000 to 9999. Sorts and compares as text: `a < b` is "earlier". */
export type CalendarDate = `${number}-${number}-${number}`

export const weekdays = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const
export type Weekday = (typeof weekdays)[number]

export const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

const millisecondsInADay = 86_400_000

const pad = (value: number, length: number): string => String(value).padStart(length, '0')

/** The date with these parts (month 1 to 12), or undefined where no such day exists. */
export function dateFromParts(year: number, month: number, day: number): CalendarDate | undefined {
  if (![year, month, day].every(Number.isInteger)) return undefined
  if (year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1) return undefined
  if (day > daysInMonth(year, month)) return undefined
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as CalendarDate
}

/** Reads 'YYYY-MM-DD' exactly; undefined for any other shape and for days that do not exist. */
export function calendarDate(text: string): CalendarDate | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  return parts ? dateFromParts(Number(parts[1]), Number(parts[2]), Number(parts[3])) : undefined
}

/** For text that is already known to be a date (a date column, a constant): throws RangeError if not. */
export function knownCalendarDate(text: string): CalendarDate {
  const date = calendarDate(text)
  if (!date) throw new RangeError(`Not a calendar date (YYYY-MM-DD): ${JSON.stringify(text)}`)
  return date
}

/** Year, month 1 to 12 and day of the month. */
export function partsOf(date: CalendarDate): { year: number; month: number; day: number } {
  return {
    year: Number(date.slice(0, 4)),
    month: Number(date.slice(5, 7)),
    day: Number(date.slice(8, 10)),
  }
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** Whole days since 1 January 1970; the counting form behind every sum of days. */
export function dayNumber(date: CalendarDate): number {
  const { year, month, day } = partsOf(date)
  return Date.UTC(year, month - 1, day) / millisecondsInADay
}

export function fromDayNumber(number: number): CalendarDate {
  return knownCalendarDate(new Date(number * millisecondsInADay).toISOString().slice(0, 10))
}

/** Negative when `a` is earlier, 0 on the same day, positive when later: for `sort`. */
export const compareDates = (a: CalendarDate, b: CalendarDate): number =>
  a < b ? -1 : a > b ? 1 : 0

export const earliest = (dates: readonly CalendarDate[]): CalendarDate | undefined =>
  [...dates].sort(compareDates)[0]

export const latest = (dates: readonly CalendarDate[]): CalendarDate | undefined =>
  [...dates].sort(compareDates).at(-1)

/** `days` calendar days later; negative for earlier. */
export const addDays = (date: CalendarDate, days: number): CalendarDate =>
  fromDayNumber(dayNumber(date) + days)

/** The same day of the month `count` months later, or the month's last day where it is shorter. */
export function addMonths(date: CalendarDate, count: number): CalendarDate {
  const { year, month, day } = partsOf(date)
  const monthsSinceYearZero = year * 12 + (month - 1) + count
  const newYear = Math.floor(monthsSinceYearZero / 12)
  const newMonth = (monthsSinceYearZero % 12) + 1
  return dateFromParts(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)))!
}

/** Calendar days from `from` to `to`: 0 on the same day, negative when `to` is earlier. */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number =>
  dayNumber(to) - dayNumber(from)

export function weekday(date: CalendarDate): Weekday {
  // 1 January 1970 was a Thursday.
  return weekdays[(((dayNumber(date) + 3) % 7) + 7) % 7]!
}

const londonDay = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/**
 * The day it is in London at an instant, British Summer Time included: 23:30 UTC on 30 June is
 * already 1 July. Throws RangeError for an invalid Date.
 */
export function calendarDateIn(instant: Date, _zone: 'Europe/London'): CalendarDate {
  const part = new Map(londonDay.formatToParts(instant).map(({ type, value }) => [type, value]))
  return knownCalendarDate(`${part.get('year')}-${part.get('month')}-${part.get('day')}`)
}

/** "28 November 2025" */
export function longDate(date: CalendarDate): string {
  const { year, month, day } = partsOf(date)
  return `${day} ${months[month - 1]} ${year}`
}

/** "Friday 28 November 2025" */
export const fullDate = (date: CalendarDate): string => `${weekday(date)} ${longDate(date)}`

/** "28 Nov 2025"; September is "Sept", as GOV.UK writes it where room is short. */
export function shortDate(date: CalendarDate): string {
  const { year, month, day } = partsOf(date)
  const name = months[month - 1]!
  return `${day} ${name === 'September' ? 'Sept' : name.slice(0, 3)} ${year}`
}

/** "1 day", "3 days"; the plural is given only where adding an s is not enough. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`
