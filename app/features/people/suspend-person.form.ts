import { z } from 'zod'

export const suspendPersonForm = z.object({
  reason: z
    .string('Say why, in a few words.')
    .trim()
    .min(1, 'Say why, in a few words.')
    .max(300, 'Use at most 300 characters for the reason.'),
})
