import { z } from 'zod'
import { words } from '~/ui/field-shapes'
import { revisionField } from './fields'

/** One row where it is named, otherwise every row that is wrong. */
export const setAsideForm = z.object({
  revision: revisionField,
  row: z.coerce.number().int().positive().optional(),
  because: words('Say why, so that others know later.', 300),
})
