import { z } from 'zod'
import { day, optionalId, optionalWords, words } from '~/ui/field-shapes'

export const requestEvidenceForm = z.object({
  what: words('Say what evidence you are asking for.', 1000),
  askedOfId: optionalId('Choose a person from the list.').refine(
    (id) => id !== null,
    'Choose a person from the list.',
  ),
  dueOn: day('Give the day by which you need it.'),
  notAnIdentifier: optionalWords(500),
})

export type EvidenceRequested = z.output<typeof requestEvidenceForm>
