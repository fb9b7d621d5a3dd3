import { z } from 'zod'
import { evidenceKinds } from '~/domain/evidence/kinds'
import { choice, day, optionalId, optionalWords, words } from '~/ui/field-shapes'

const link = optionalWords(2000)
  .refine(
    (typed) => typed === '' || (/^https?:\/\//i.test(typed) && URL.canParse(typed)),
    'A link must begin with https:// or http://.',
  )
  .transform((typed) => typed.replace(/^https?:/i, (scheme) => scheme.toLowerCase()))

/** Which file she was told of that it holds what looks like an identifier; the answer fills it in. */
export const toldOfFileField = 'toldOfFile'

export const addEvidenceForm = z.object({
  requestId: optionalId('Choose a request from the list.'),
  shows: words('Say what the evidence shows.'),
  kind: choice(evidenceKinds, 'Choose the kind of evidence.'),
  periodFrom: day('Give the first day that it covers.'),
  periodTo: day('Give the last day that it covers.'),
  title: optionalWords(200),
  link,
  restricted: z
    .literal('yes')
    .optional()
    .transform((ticked) => ticked === 'yes'),
  notAnIdentifier: optionalWords(500),
})

export type EvidenceAdded = z.output<typeof addEvidenceForm>
