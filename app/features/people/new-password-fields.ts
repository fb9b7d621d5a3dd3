import { z } from 'zod'

const tooLong = 'That is too long for a password.'

/** A new password, typed twice: there is no mail yet that could help after a slip. */
export const newPasswordFields = {
  newPassword: z.string('Choose a password.').min(1, 'Choose a password.').max(500, tooLong),
  newPasswordAgain: z
    .string('Type the new password once more.')
    .min(1, 'Type the new password once more.')
    .max(500, tooLong),
}

export const typedTwiceAlike = {
  check: (form: { newPassword: string; newPasswordAgain: string }) =>
    form.newPassword === form.newPasswordAgain,
  otherwise: {
    path: ['newPasswordAgain'],
    error: 'The two passwords differ. Type the new password once more.',
  },
}
