import { z } from 'zod'
import { optionalWords } from '~/ui/field-shapes'

/** What stands beside the table; the table itself is read by domain/measure/sheet. */
export const bringFiguresForm = z
  .object({
    go: z.enum(['look', 'save']).catch('look'),
    fractions: z.string().optional(),
    reason: optionalWords(500),
    seen: z.string().default(''),
    notAnIdentifier: optionalWords(500),
  })
  .transform(({ fractions, ...rest }) => ({ ...rest, areFractions: fractions !== undefined }))
