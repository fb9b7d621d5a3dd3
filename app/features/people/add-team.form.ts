import { z } from 'zod'

export const addTeamForm = z.object({
  name: z
    .string('Give the team a name.')
    .trim()
    .min(1, 'Give the team a name.')
    .max(200, 'Use at most 200 characters for the name.'),
  parentId: z
    .string()
    .regex(/^\d{0,9}$/, 'Choose a team from the list.')
    .default('')
    .transform((id) => (id === '' ? null : Number(id))),
})
