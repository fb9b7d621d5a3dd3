import { z } from 'zod'

export const signInForm = z.object({
  email: z
    .string('Give your email address.')
    .trim()
    .toLowerCase()
    .min(1, 'Give your email address.')
    .max(320, 'That is too long for an email address.'),
  password: z
    .string('Give your password.')
    .min(1, 'Give your password.')
    .max(500, 'That is too long for a password.'),
  to: z.string().optional(),
  kept: z.string().optional(),
})
