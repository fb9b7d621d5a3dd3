import { z } from 'zod'
import { comparatorKinds, type Unit } from '~/domain/measure/measure'
import { choice, optionalWords, words } from '~/ui/field-shapes'
import { numberOf } from './number-field'

export const giveComparatorForm = (unit: Unit) =>
  z.object({
    kind: choice(comparatorKinds, 'Choose whom to compare with.'),
    value: numberOf(unit, 'Give their figure.'),
    year: z
      .string('Give the year, such as 2024-25.')
      .trim()
      .transform((text, context): string => {
        const year = yearIn(text)
        if (year) return year
        context.addIssue({ code: 'custom', message: 'Give the year, such as 2024-25.' })
        return z.NEVER
      }),
    source: words('Say where it was published.', 300),
    notAnIdentifier: optionalWords(500),
  })

export type MeasureComparator = z.output<ReturnType<typeof giveComparatorForm>>

/** "2024/25", "2024-2025" and "2024" as 2024-25 and 2024; undefined for anything else. */
function yearIn(text: string): string | undefined {
  const [, first, second] = /^((?:19|20)\d{2})(?:\s?[/–-]\s?(?:20)?(\d{2}))?$/.exec(text) ?? []
  if (!first) return undefined
  if (!second) return first
  return (Number(first) + 1) % 100 === Number(second) ? `${first}-${second}` : undefined
}
