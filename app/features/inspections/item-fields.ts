import { z } from 'zod'
import { recommendationKinds } from '~/domain/inspection/recommendation-kinds'
import { choice, optionalWords, words } from '~/ui/field-shapes'

/** Which state of the proposal the person saw when she began. */
export const revisionField = z.coerce
  .number('Open the proposal again.')
  .int('Open the proposal again.')
  .min(1, 'Open the proposal again.')

export const areaField = words('Choose a judgement area.', 100)

/** The fields of an item, as it is edited or added. */
export const itemFields = {
  text: words('Give the words of the report.', 4000),
  kind: choice(recommendationKinds, 'Choose what the report calls it.'),
  heading: optionalWords(500),
  page: z
    .string()
    .trim()
    .default('')
    .transform((text, context): number | null => {
      if (text === '') return null
      const page = Number(text)
      if (Number.isInteger(page) && page > 0 && page < 10_000) return page
      context.addIssue({ code: 'custom', message: 'Give the page as a number, such as 2.' })
      return z.NEVER
    }),
  area: areaField,
  'nationalFramework[]': z
    .array(z.string().regex(/^(outcome|enabler|principle)-[1-9]$/, 'Choose from the list.'))
    .default([]),
}

type Fields = z.infer<z.ZodObject<typeof itemFields>>

export const itemWords = ({ 'nationalFramework[]': nationalFramework, ...fields }: Fields) => ({
  text: fields.text,
  kind: fields.kind,
  heading: fields.heading,
  page: fields.page,
  area: fields.area,
  nationalFramework,
})
