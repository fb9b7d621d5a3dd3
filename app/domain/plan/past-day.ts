/**
 * The plan is seen as at the end of a day that is over in England, from the day it begins on. Whoever
 * asks for another day is told which days there are.
 *
 * Source: decision 0022.
 */
import { calendarDate, type CalendarDate, fullDate } from '../time/calendar-date'

/** A past day, or 'today' where today is asked for, or why there is no such day to see. */
export type AskedDay = { day: CalendarDate } | { today: true } | { because: string }

export function askedDay(
  asked: string,
  { today, beganOn }: { today: CalendarDate; beganOn: CalendarDate | undefined },
): AskedDay {
  const day = calendarDate(asked.trim())
  if (!day) {
    return { because: 'That is not a day. Write it as year, month and day, such as 2025-09-30.' }
  }
  if (day === today) return { today: true }
  if (day > today) {
    return {
      because: `${fullDate(day)} has not come yet. The plan can be seen as at any past day.`,
    }
  }
  if (!beganOn) return { because: 'There is no data for that day: the plan has not begun yet.' }
  if (day < beganOn) {
    return { because: `There is no data for that day: the plan begins on ${fullDate(beganOn)}.` }
  }
  return { day }
}
