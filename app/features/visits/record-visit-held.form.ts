import { z } from 'zod'
import { choice, day, optionalDay, optionalWords } from '~/ui/field-shapes'

export const letterChoices = [
  { value: 'published', title: 'Published' },
  {
    value: 'not-published',
    title: 'Not published',
    hint: 'The letter of a first visit usually is not.',
  },
  { value: 'not-known', title: 'Not known yet' },
] as const

const letterPublished = { published: true, 'not-published': false, 'not-known': null }

export const recordVisitHeldForm = z
  .object({
    heldFrom: day('Give the first day of the visit.'),
    heldTo: optionalDay(),
    leadInspector: optionalWords(200),
    letter: choice(
      ['published', 'not-published', 'not-known'],
      'Say whether the letter is published.',
    ),
    notAnIdentifier: optionalWords(500),
  })
  .transform(({ heldTo, letter, ...rest }) => ({
    ...rest,
    heldTo: heldTo ?? rest.heldFrom,
    letterPublished: letterPublished[letter],
  }))

export type HeldVisit = z.output<typeof recordVisitHeldForm>
