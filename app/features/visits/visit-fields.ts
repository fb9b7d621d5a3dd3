/** What the forms for a new visit and for one that is known have in common. */
import { z } from 'zod'
import { visitKinds } from '~/domain/inspection/visit-kinds'
import { choice, day, ids, optionalDay, optionalWords } from '~/ui/field-shapes'

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
export const letterWords = Object.keys(letterPublished) as [
  keyof typeof letterPublished,
  ...(keyof typeof letterPublished)[],
]

export const isPublished = (letter: keyof typeof letterPublished): boolean | null =>
  letterPublished[letter]

export const letterTyped = (published: boolean | null): string =>
  published === null ? 'not-known' : published ? 'published' : 'not-published'

export const visitFields = {
  kind: choice(visitKinds, 'Choose the kind of visit.'),
  expectedFrom: day('Give the first day on which it may begin.'),
  expectedTo: optionalDay(),
  covers: optionalWords(2000),
  'recommendationIds[]': ids('Choose recommendations from the list.'),
  leadInspector: optionalWords(200),
  letter: z.enum(letterWords, 'Say whether the letter is published.').default('not-known'),
  notAnIdentifier: optionalWords(500),
}

type Read = z.output<z.ZodObject<typeof visitFields>>

/** What is known of a visit out of what such a form was read as. */
export const visitIn = ({
  letter,
  expectedTo,
  'recommendationIds[]': recommendationIds,
  ...rest
}: Read) => ({
  ...rest,
  expectedTo: expectedTo ?? rest.expectedFrom,
  letterPublished: isPublished(letter),
  recommendationIds,
})
