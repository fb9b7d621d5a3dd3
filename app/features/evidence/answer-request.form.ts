import { z } from 'zod'
import { requestSteps } from '~/domain/evidence/requests'
import { choice, optionalWords } from '~/ui/field-shapes'

export const answerRequestForm = z.object({
  step: choice(requestSteps, 'Choose what to do.'),
  reason: optionalWords(1000),
  notAnIdentifier: optionalWords(500),
})

export type RequestStepTaken = z.output<typeof answerRequestForm>
