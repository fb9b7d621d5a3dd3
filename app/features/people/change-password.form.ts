import { z } from 'zod'
import { newPasswordFields, typedTwiceAlike } from './new-password-fields'

export const changePasswordForm = z
  .object({
    currentPassword: z
      .string('Type the password you have now.')
      .min(1, 'Type the password you have now.')
      .max(500, 'That is too long for a password.'),
    ...newPasswordFields,
  })
  .refine(typedTwiceAlike.check, typedTwiceAlike.otherwise)
