import { z } from 'zod'
import { day, optionalId, optionalWords } from '~/ui/field-shapes'

export const nameDeputyForm = z.object({
  awayFrom: day('Give the first day away.'),
  awayTo: day('Give the last day away.'),
  deputyId: optionalId('Choose somebody from the list.').refine(
    (id): id is number => id !== null,
    'Choose who stands in.',
  ),
  note: optionalWords(1000),
  notAnIdentifier: optionalWords(500),
})
