import { z } from 'zod'
import type { CalendarDate } from '~/domain/time/calendar-date'
import { dayIn } from '~/ui/field-shapes'
import { type DateName, dateNames } from './date-names'

export interface DateChange {
  name: DateName
  date: CalendarDate | null
  /** what stood in the field when the page was opened */
  seen: string | null
}

/** Only what the person changed: every field comes with what she saw in it, as seen-receivedOn. */
export const stateDatesForm = z
  .object({})
  .catchall(z.string())
  .transform((fields, context) => {
    const changes: DateChange[] = []
    for (const name of dateNames) {
      const typed = fields[name]?.trim()
      if (typed === undefined) continue
      const seen = fields[`seen-${name}`] || null
      const date = typed === '' ? null : dayIn(typed)
      if (date === undefined) {
        const message = 'Give a day that exists, such as 28/11/2026.'
        context.addIssue({ code: 'custom', path: [name], message })
      } else if (date !== seen) {
        changes.push({ name, date, seen })
      }
    }
    return { changes }
  })
