import { z } from 'zod'
import { deletionSteps } from '~/domain/evidence/deleting'
import { choice, optionalWords } from '~/ui/field-shapes'

export const deleteEvidenceForm = z.object({
  step: choice(deletionSteps, 'Choose what to do.'),
  reason: optionalWords(1000),
  notAnIdentifier: optionalWords(500),
})

export type DeletionStepTaken = z.output<typeof deleteEvidenceForm>
