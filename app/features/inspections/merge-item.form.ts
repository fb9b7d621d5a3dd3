import { z } from 'zod'
import { revisionField } from './item-fields'

export const mergeItemForm = z.object({
  revision: revisionField,
  /** the item that stood next when the person looked */
  with: z.string().default(''),
})
