import { z } from 'zod'
import { visitKinds } from '~/domain/inspection/visit-kinds'
import { choice, day, optionalDay, optionalId, optionalWords } from '~/ui/field-shapes'

export const planVisitForm = z
  .object({
    inspectionId: optionalId('Choose the inspection from the list.').refine(
      (id) => id !== null,
      'Choose the inspection it follows.',
    ),
    kind: choice(visitKinds, 'Choose the kind of visit.'),
    expectedFrom: day('Give the first day on which it may begin.'),
    expectedTo: optionalDay(),
    covers: optionalWords(2000),
    notAnIdentifier: optionalWords(500),
  })
  .transform(({ inspectionId, expectedTo, ...rest }) => ({
    ...rest,
    inspectionId: inspectionId!,
    expectedTo: expectedTo ?? rest.expectedFrom,
  }))

export type PlannedVisit = z.output<typeof planVisitForm>
