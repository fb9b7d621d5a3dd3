import { z } from 'zod'

export const citeFindingForm = z.object({
  findingId: z.coerce
    .number('Choose a finding.')
    .int('Choose a finding.')
    .positive('Choose a finding.')
    .max(2_147_483_647, 'Choose a finding.'),
})
