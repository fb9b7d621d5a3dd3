import { z } from 'zod'

/** One press and nothing to fill in. */
export const discardBringInForm = z.object({})
