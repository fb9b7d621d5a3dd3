import { z } from 'zod'
import { figureTrouble, readNumber } from '~/domain/measure/figure'
import type { Unit } from '~/domain/measure/measure'

/** A number that a figure of this unit could be; an average of counts may be broken. */
export const numberOf = (unit: Unit, missing: string) =>
  optionalNumberOf(unit).transform((value, context): number => {
    if (value !== null) return value
    context.addIssue({ code: 'custom', message: missing })
    return z.NEVER
  })

export const optionalNumberOf = (unit: Unit) =>
  z
    .string()
    .default('')
    .transform((text, context): number | null => {
      const read = readNumber(text, unit)
      if ('nothing' in read) return null
      const measured = unit === 'count' ? 'average' : unit
      const trouble =
        'wrong' in read ? read.wrong : figureTrouble(measured, { value: read.value, parts: null })
      if (trouble) context.addIssue({ code: 'custom', message: trouble })
      return 'value' in read ? read.value : null
    })
