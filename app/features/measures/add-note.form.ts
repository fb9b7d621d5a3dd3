import { z } from 'zod'
import { type PeriodLength, readPeriod } from '~/domain/measure/period'
import type { CalendarDate } from '~/domain/time/calendar-date'
import { optionalWords, words } from '~/ui/field-shapes'

export const addNoteForm = (length: PeriodLength) =>
  z
    .object({
      period: words('Say which period it belongs to.', 60),
      words: words('Say what happened.', 500),
      notAnIdentifier: optionalWords(500),
    })
    .transform(({ period, ...rest }, context): { from: CalendarDate } & typeof rest => {
      const read = readPeriod(period, length)
      if ('from' in read) return { ...rest, from: read.from }
      context.addIssue({ code: 'custom', path: ['period'], message: read.wrong })
      return z.NEVER
    })

export type MeasureNote = z.output<ReturnType<typeof addNoteForm>>
