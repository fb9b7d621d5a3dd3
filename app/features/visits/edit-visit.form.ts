import { z } from 'zod'
import { visitFields, visitIn } from './visit-fields'

export const editVisitForm = z
  .object({
    ...visitFields,
    /** the version of the visit that she began from */
    version: z.coerce.number('Open the page again.').int().positive(),
  })
  .transform(({ version, ...rest }) => ({ version, ...visitIn(rest) }))

export type VisitEdit = z.output<typeof editVisitForm>
