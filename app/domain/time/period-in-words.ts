/** A period in as few words as say it: "October 2026", "5 October to 3 November 2026". */
import { addDays, type CalendarDate, longDate, partsOf, shortDate } from './calendar-date'

/** Both days belong to the period. Whole months are named without their days. */
export function periodInWords(
  from: CalendarDate,
  to: CalendarDate,
  length: 'long' | 'short' = 'long',
): string {
  const dated = length === 'long' ? longDate : shortDate
  if (from === to) return dated(from)
  const isWholeMonths = partsOf(from).day === 1 && partsOf(addDays(to, 1)).day === 1
  const words = (date: CalendarDate) =>
    dated(date)
      .split(' ')
      .slice(isWholeMonths ? 1 : 0)
  const [first, last] = [words(from), words(to)]
  if (first.join() === last.join()) return last.join(' ')
  // What both end in is said once: the year, and then the month.
  let said = first.length
  while (said > 1 && first.slice(said - 1).join() === last.slice(said - 1).join()) said -= 1
  return `${first.slice(0, said).join(' ')} to ${last.join(' ')}`
}
