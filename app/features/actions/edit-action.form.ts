import { z } from 'zod'
import { plannedFields, plannedIn } from './plan-action.form'

export const editActionForm = z
  .object({
    ...plannedFields,
    /** the version of the action that she began from */
    version: z.coerce.number('Open the page again.').int().positive(),
  })
  .transform(({ version, notAnIdentifier, ...planned }) => ({
    version,
    notAnIdentifier,
    planned: plannedIn(planned),
  }))

export type ActionEdit = z.infer<typeof editActionForm>
