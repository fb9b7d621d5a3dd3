import { type CalendarDate, fullDate, longDate } from '~/domain/time/calendar-date'

/** "Tuesday 8 December 2026"; "8 December 2026 to 10 December 2026". */
export const daysInWords = (from: CalendarDate, to: CalendarDate): string =>
  from === to ? fullDate(from) : `${longDate(from)} to ${longDate(to)}`

export const letterInWords = (published: boolean | null): string =>
  published === null ? 'Not known yet' : published ? 'Published' : 'Not published'
