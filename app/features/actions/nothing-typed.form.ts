import { z } from 'zod'

/** For what takes one press and no words. */
export const nothingTyped = z.object({})
