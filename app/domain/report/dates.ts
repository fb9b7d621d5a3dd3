import { folded } from './folding'

/** When inspectors were there, from however the report prints it: the first and the last day of all periods named.
 *  Source: DOMAIN 1.3 ("11 to 22 May 2026", "8 October 2018 to 19 October 2018", "18 February to 1 March 2019", two periods). */

const months = [
  'january', 'february', 'march', 'april', 'may', 'june',
  'july', 'august', 'september', 'october', 'november', 'december',
] // prettier-ignore

const monthName = `(?:${months.join('|')}|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)`
const aDay = new RegExp(
  `(?<![\\d.:])(\\d{1,2})(?:st|nd|rd|th)?(?![\\d:.])(?:\\s*(?:of\\s+)?(${monthName})\\b)?(?:,?\\s*((?:19|20)\\d{2})\\b)?`,
  'g',
)

type Parts = { day: number; month: number | undefined; year: number | undefined }

/** ISO dates of every day named in the text, in order; a day without month or year takes those of the next. */
export function daysNamed(text: string): string[] {
  const days: Parts[] = []
  for (const [, day, month, year] of folded(text).matchAll(aDay)) {
    days.push({
      day: Number(day),
      month: monthNumber(month),
      year: year ? Number(year) : undefined,
    })
  }
  for (let index = days.length - 2; index >= 0; index--) {
    const day = days[index]!
    const next = days[index + 1]!
    if (day.month === undefined) day.month = next.month
    if (day.year === undefined && next.year !== undefined && day.month !== undefined) {
      day.year = next.month !== undefined && day.month > next.month ? next.year - 1 : next.year
    }
  }
  return days.flatMap((parts) => iso(parts) ?? [])
}

export function firstAndLastDay(text: string): { from: string; to: string } | undefined {
  const days = daysNamed(text).sort()
  const from = days[0]
  const to = days.at(-1)
  return from && to ? { from, to } : undefined
}

const monthNumber = (name: string | undefined): number | undefined =>
  name ? months.findIndex((month) => month.startsWith(name.slice(0, 3))) + 1 : undefined

function iso({ day, month, year }: Parts): string | undefined {
  if (!month || !year || day < 1 || day > daysIn(month, year)) return undefined
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

const daysIn = (month: number, year: number): number =>
  month === 2
    ? (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
      ? 29
      : 28
    : [4, 6, 9, 11].includes(month)
      ? 30
      : 31
