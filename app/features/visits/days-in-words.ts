import { daysInWords } from '~/domain/inspection/names'
import { type CalendarDate, fullDate } from '~/domain/time/calendar-date'

/** "Tuesday 8 December 2026"; "8 to 10 December 2026". */
export const visitDaysInWords = (from: CalendarDate, to: CalendarDate): string =>
  from === to ? fullDate(from) : daysInWords(from, to)

export const letterInWords = (published: boolean | null): string =>
  published === null ? 'Not known yet' : published ? 'Yes' : 'No'
