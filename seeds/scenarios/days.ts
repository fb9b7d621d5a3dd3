/**
 * The days of a story. They are counted from today, so that the plan is always alive; what lies
 * before the last visit is counted from that visit, so that the seasons stay in their places
 * (decision 0007). Only the inspection itself has a date of its own.
 */
import { addDays, type CalendarDate, partsOf, weekday } from '~/domain/time/calendar-date'
import { addWorkingDays, isWorkingDay } from '~/domain/time/working-days'

/** A day as the diary has it: so many days before (minus) or after an anchor. */
export interface Day {
  from: 'today' | 'visit'
  days: number
  count: 'days' | 'working days'
}

/** So many days before or after today. One that falls on a day off is the working day next to it, away from today. */
export const today = (days: number): Day => ({ from: 'today', days, count: 'days' })
/** So many working days before or after today. */
export const workingDays = (days: number): Day => ({ from: 'today', days, count: 'working days' })
/** So many days before or after the last visit. */
export const visit = (days: number): Day => ({ from: 'visit', days, count: 'days' })

export interface StoryCalendar {
  today: CalendarDate
  /** The first day of the last visit. */
  visit: CalendarDate
  on(day: Day): CalendarDate
}

export const storyCalendar = (now: CalendarDate, visitOn: CalendarDate): StoryCalendar => ({
  today: now,
  visit: visitOn,
  on({ from, days, count }) {
    const anchor = from === 'today' ? now : visitOn
    if (count === 'working days') return addWorkingDays(anchor, days).date
    const day = addDays(anchor, days)
    if (days === 0 || isWorkingDay(day)) return day
    return addWorkingDays(day, from === 'today' && days > 0 ? 1 : -1).date
  },
})

/** The second Tuesday of the latest September that lies at least three weeks before `now`. */
export function lastSeptemberVisit(now: CalendarDate): CalendarDate {
  const { year } = partsOf(now)
  const inYear = (of: number): CalendarDate => {
    const first: CalendarDate = `${of}-09-08`
    const week = [0, 1, 2, 3, 4, 5, 6].map((days) => addDays(first, days))
    return week.find((day) => weekday(day) === 'Tuesday') ?? first
  }
  // A visit takes two days.
  return addDays(inYear(year), 22) <= now ? inYear(year) : inYear(year - 1)
}
