import { z } from 'zod'
import { newPasswordFields, typedTwiceAlike } from './new-password-fields'

export const acceptInvitationForm = z
  .object(newPasswordFields)
  .refine(typedTwiceAlike.check, typedTwiceAlike.otherwise)
