import { z } from 'zod'
import { personFields } from './person-fields'

export const invitePersonForm = z.object({
  ...personFields,
  email: z
    .string('Give an email address, such as name@example.gov.uk.')
    .trim()
    .toLowerCase()
    .max(320, 'That is too long for an email address.')
    .pipe(z.email('Give an email address, such as name@example.gov.uk.')),
})
