/**
 * An instant is told as the clock on a wall in England shows it: "20 November 2026, 09:05".
 *
 * Put together from its parts, because the words that join a date and a time differ between the
 * server's language data and a browser's.
 */
import { calendarDateIn, longDate } from './calendar-date'

const londonTime = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** "09:05", British Summer Time included. Throws RangeError for an invalid Date. */
export function clockTime(instant: Date): string {
  const part = new Map(londonTime.formatToParts(instant).map(({ type, value }) => [type, value]))
  return `${part.get('hour')}:${part.get('minute')}`
}

/** "20 November 2026, 09:05" */
export const dayAndTime = (instant: Date): string =>
  `${longDate(calendarDateIn(instant, 'Europe/London'))}, ${clockTime(instant)}`
