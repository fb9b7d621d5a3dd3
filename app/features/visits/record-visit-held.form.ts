import { z } from 'zod'
import { choice, day, optionalDay, optionalWords } from '~/ui/field-shapes'
import { isPublished, letterWords } from './visit-fields'

export const recordVisitHeldForm = z
  .object({
    heldFrom: day('Give the first day of the visit.'),
    heldTo: optionalDay(),
    leadInspector: optionalWords(200),
    letter: choice(letterWords, 'Say whether the letter is published.'),
    notAnIdentifier: optionalWords(500),
  })
  .transform(({ heldTo, letter, ...rest }) => ({
    ...rest,
    heldTo: heldTo ?? rest.heldFrom,
    letterPublished: isPublished(letter),
  }))

export type HeldVisit = z.output<typeof recordVisitHeldForm>
