/**
 * The past days that people look at most are known beforehand: the days from which "since then" is
 * counted, what stood on the eve of a visit, and the ends of months, which papers are about. They can be
 * made ready at night, so that nobody waits for what the first look at a day costs.
 *
 * Source: PRODUCT rule 9 and its word "checkpoint"; which days are made ready is Waymark's own (decision 0034).
 */
import {
  addDays,
  addMonths,
  type CalendarDate,
  dateFromParts,
  partsOf,
} from '../time/calendar-date'

/** No more than half of the days that are kept: whoever looks at others must not lose them at once. */
export const mostLikelyDays = 30

const monthsBack = 12

/** Days before today, and not before the plan began; the latest first. */
export function likelyDays({
  visits,
  boards,
  beganOn,
  today,
}: {
  visits: readonly { heldFrom: CalendarDate | null; heldTo: CalendarDate | null }[]
  boards: readonly { heldOn: CalendarDate }[]
  beganOn: CalendarDate
  today: CalendarDate
}): CalendarDate[] {
  const { year, month } = partsOf(today)
  const thisMonth = dateFromParts(year, month, 1)!
  const days = [
    ...visits.flatMap(({ heldFrom, heldTo }) => [
      ...(heldFrom ? [addDays(heldFrom, -1)] : []),
      ...(heldTo ? [heldTo] : []),
    ]),
    ...boards.map(({ heldOn }) => heldOn),
    ...Array.from({ length: monthsBack }, (_, back) => addDays(addMonths(thisMonth, -back), -1)),
  ]
  return [...new Set(days)]
    .filter((day) => day >= beganOn && day < today)
    .sort()
    .reverse()
    .slice(0, mostLikelyDays)
}
