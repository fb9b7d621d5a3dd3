/** The last instant of a day in London, British Summer Time included: what "as at" that day reads. */
import { type CalendarDate, addDays, calendarDateIn } from './calendar-date'

export function endOfDay(day: CalendarDate, zone: 'Europe/London'): Date {
  const next = addDays(day, 1)
  // London is at UTC or an hour ahead of it, so its midnight is one of these two.
  const summer = new Date(`${day}T22:59:59.999Z`)
  const winter = new Date(`${day}T23:59:59.999Z`)
  return calendarDateIn(winter, zone) === next ? summer : winter
}

/** The first instant of a day in London. */
export const startOfDay = (day: CalendarDate, zone: 'Europe/London'): Date =>
  new Date(endOfDay(addDays(day, -1), zone).getTime() + 1)
