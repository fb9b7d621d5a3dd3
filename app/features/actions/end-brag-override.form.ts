import { z } from 'zod'

export const endBragOverrideForm = z.object({
  /** the one that she has read, so that she ends no other */
  overrideId: z.coerce.number().int().positive(),
})
