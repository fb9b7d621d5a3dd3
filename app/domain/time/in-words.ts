/**
 * How far a date is from today, in the words a manager uses: "today", "in 4 working days",
 * "2 days late".
 */
import { type CalendarDate, counted, daysBetween } from './calendar-date'
import { workingDaysBetween } from './working-days'

// Beyond this a count of working days says less than weeks do; every statutory clock is within it.
const longestInWorkingDays = 70

/**
 * Ahead: working days up to 70, then weeks; a date reached before the next working day, and a date
 * whose bank holidays are not known, is told in calendar days or weeks. Behind: calendar days,
 * "late" for what was due, "ago" for what took place.
 */
export function inWords(
  date: CalendarDate,
  today: CalendarDate,
  past: 'late' | 'ago' = 'late',
): string {
  const days = daysBetween(today, date)
  if (days === 0) return 'today'
  if (days < 0) return `${counted(-days, 'day')} ${past}`
  const working = workingDaysBetween(today, date)
  if (working.days > longestInWorkingDays) return `in ${counted(Math.round(days / 7), 'week')}`
  if (working.days === 0 || working.beyondKnownHolidays) return `in ${counted(days, 'day')}`
  return `in ${counted(working.days, 'working day')}`
}
