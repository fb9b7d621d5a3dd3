import { z } from 'zod'
import type { Unit } from '~/domain/measure/measure'
import type { CalendarDate } from '~/domain/time/calendar-date'
import { day } from '~/ui/field-shapes'
import { optionalNumberOf } from './number-field'

export const setTargetForm = (unit: Unit) =>
  z
    .object({
      value: optionalNumberOf(unit),
      none: z.string().optional(),
      validFrom: day('Give the day from which it is the target.'),
    })
    .superRefine(({ value, none }, context) => {
      if (!none && value === null) {
        context.addIssue({ code: 'custom', path: ['value'], message: 'Give the target.' })
      }
    })
    .transform(({ value, none, validFrom }): MeasureTarget => ({
      value: none ? null : value,
      validFrom,
    }))

export interface MeasureTarget {
  /** null: from this day on there is none */
  value: number | null
  validFrom: CalendarDate
}
