import { z } from 'zod'
import { neededId } from '~/ui/field-shapes'
import { visitFields, visitIn } from './visit-fields'

export const planVisitForm = z
  .object({ inspectionId: neededId('Choose the inspection it follows.'), ...visitFields })
  .transform(({ inspectionId, ...rest }) => ({ inspectionId, ...visitIn(rest) }))

export type PlannedVisit = z.output<typeof planVisitForm>
