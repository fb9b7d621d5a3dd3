/**
 * A figure belongs to a period: a calendar month, a quarter that begins in January, April, July or
 * October, or a week from Monday to Sunday. A measure has one figure for each of its periods, and a
 * period can have one only when it is over: the figure of a month that still runs is not yet its figure.
 *
 * A period is known by its first day. People in England write it in many ways, and each is read:
 * "Sept 2026", "Sep-26", "09/2026", "30/09/2026", "2026-09". Where a day and a month could be taken for
 * one another, the day comes first.
 * Source: issue 6. In SQL: measure_points_begin_with_their_period, measure_points_are_of_periods_past.
 */
import {
  addDays,
  addMonths,
  type CalendarDate,
  calendarDate,
  dateFromParts,
  longDate,
  months,
  partsOf,
  shortDate,
  weekday,
  weekdays,
} from '../time/calendar-date'

export const periodLengths = ['month', 'quarter', 'week'] as const
export type PeriodLength = (typeof periodLengths)[number]

export const periodTitles: Record<PeriodLength, string> = {
  month: 'Every month',
  quarter: 'Every quarter',
  week: 'Every week',
}

/** The first day of the period that a day lies in. */
export function periodOf(day: CalendarDate, length: PeriodLength): CalendarDate {
  if (length === 'week') return addDays(day, -weekdays.indexOf(weekday(day)))
  const { year, month } = partsOf(day)
  const first = length === 'month' ? month : month - ((month - 1) % 3)
  return dateFromParts(year, first, 1)!
}

/** The first day of the period after, or so many periods after; negative for before. */
export const periodAfter = (from: CalendarDate, length: PeriodLength, count = 1): CalendarDate =>
  length === 'week' ? addDays(from, 7 * count) : addMonths(from, count * monthsIn[length])

const monthsIn = { month: 1, quarter: 3 }

/** The last day of a period. */
export const periodEnd = (from: CalendarDate, length: PeriodLength): CalendarDate =>
  addDays(periodAfter(from, length), -1)

/** The last period that is over on a day. */
export const lastPeriodOver = (today: CalendarDate, length: PeriodLength): CalendarDate =>
  periodAfter(periodOf(today, length), length, -1)

/** "September 2026", "July to September 2026", "the week of 7 September 2026" */
export function periodName(from: CalendarDate, length: PeriodLength): string {
  const { year, month } = partsOf(from)
  if (length === 'week') return `the week of ${longDate(from)}`
  return length === 'month'
    ? `${months[month - 1]} ${year}`
    : `${months[month - 1]} to ${months[month + 1]} ${year}`
}

/** The same where room is short: "Sept 2026", "Jul–Sept 2026", "7 Sept 2026" */
export function periodInShort(from: CalendarDate, length: PeriodLength): string {
  const dayless = (date: CalendarDate) => shortDate(date).split(' ').slice(1)
  if (length === 'week') return shortDate(from)
  if (length === 'month') return dayless(from).join(' ')
  return `${dayless(from)[0]}–${dayless(periodEnd(from, 'quarter')).join(' ')}`
}

/** Capital at the beginning of a sentence or a cell: "The week of 7 September 2026" */
export const periodTitle = (from: CalendarDate, length: PeriodLength): string =>
  periodName(from, length).replace(/^t/, 'T')

const century = (year: number): number => (year < 100 ? 2000 + year : year)

const monthNamed = (name: string): number | undefined => {
  const small = name.toLowerCase()
  if (small.length < 3) return undefined
  const at = months.findIndex((month) => month.toLowerCase().startsWith(small))
  // "Sept" begins its month; nothing else that people write does not.
  return at === -1 ? undefined : at + 1
}

const separators = String.raw`[\s\-/.'’,]*`
const monthThenYear = new RegExp(`^([a-z]{3,9})\\.?${separators}(\\d{4}|\\d{2})$`, 'i')
const yearThenMonth = new RegExp(`^(\\d{4})${separators}([a-z]{3,9})\\.?$`, 'i')
const dayMonthYear = new RegExp(
  `^(\\d{1,2})(?:st|nd|rd|th)?${separators}([a-z]{3,9})\\.?${separators}(\\d{4}|\\d{2})$`,
  'i',
)

/** A day of the period that a text means, or undefined where it means none. */
function dayMeant(text: string): CalendarDate | undefined {
  const said = text.trim().replace(/\s+/g, ' ')
  const iso = /^(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}.*)?$/.exec(said)
  if (iso) return calendarDate(iso[1]!)
  const parts = (pattern: RegExp) => pattern.exec(said)?.slice(1)
  const of = (year: string, month: number | undefined, day = '1') =>
    month === undefined ? undefined : dateFromParts(century(Number(year)), month, Number(day))

  const named = parts(monthThenYear)
  if (named) return of(named[1]!, monthNamed(named[0]!))
  const yearFirst = parts(yearThenMonth)
  if (yearFirst) return of(yearFirst[0]!, monthNamed(yearFirst[1]!))
  const dated = parts(dayMonthYear)
  if (dated) return of(dated[2]!, monthNamed(dated[1]!), dated[0]!)
  const numbers = parts(/^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?: \d{2}:\d{2}(?::\d{2})?)?$/)
  if (numbers) return of(numbers[2]!, Number(numbers[1]), numbers[0]!)
  const monthYear = parts(/^(\d{1,2})[/.-](\d{4})$/)
  if (monthYear) return of(monthYear[1]!, Number(monthYear[0]))
  const yearMonth = parts(/^(\d{4})[/.-]?(\d{2})$/)
  if (yearMonth) return of(yearMonth[0]!, Number(yearMonth[1]))
  return quarterMeant(said)
}

/** "Q2 2026/27" is July 2026: the council's year begins in April. A year alone would leave that open. */
function quarterMeant(said: string): CalendarDate | undefined {
  const found =
    /^q(?:uarter|tr)? ?([1-4]) ?,?-? ?(?:fy ?)?(\d{4}|\d{2})\s?[/–-]\s?(\d{4}|\d{2})$/i.exec(said)
  const [quarter, year, next] = (found ?? []).slice(1).map(Number)
  if (quarter === undefined || century(year!) + 1 !== century(next!)) return undefined
  return addMonths(dateFromParts(century(year!), 4, 1)!, 3 * (quarter - 1))
}

const examples: Record<PeriodLength, string> = {
  month: 'September 2026, Sep-26 or 09/2026',
  quarter: 'Q2 2026/27, or a month of it such as July 2026',
  week: 'a day of it, such as 07/09/2026',
}

export type ReadPeriod = { from: CalendarDate } | { wrong: string }

/** The period that a text names, or what to write instead. */
export function readPeriod(text: string, length: PeriodLength): ReadPeriod {
  const day = isWholeMonth(text) && length === 'week' ? undefined : dayMeant(text)
  if (!day) return { wrong: `“${inBrief(text)}” is not a period. Write ${examples[length]}.` }
  if (day < '2000-01-01' || day > '2100-12-31') {
    return { wrong: `“${inBrief(text)}” is not between 2000 and 2100.` }
  }
  return { from: periodOf(day, length) }
}

/** Whether a text looks like a period at all, as headings are told from words. */
export const looksLikePeriod = (text: string): boolean => dayMeant(text) !== undefined

const isWholeMonth = (text: string): boolean =>
  !/^\d{1,2}\D+\w+\D+\d{2,4}|^\d{4}-\d{2}-\d{2}/.test(text.trim())

/** What was typed, cut where it is long. */
export const inBrief = (text: string): string => {
  const said = text.trim()
  return said.length > 40 ? `${said.slice(0, 39)}…` : said
}
