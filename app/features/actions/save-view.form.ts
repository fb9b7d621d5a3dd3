import { z } from 'zod'
import { words } from '~/ui/field-shapes'

export const saveViewForm = z.object({
  name: words('Give the view a name.', 80),
  isShared: z
    .literal('yes')
    .optional()
    .transform((given) => given === 'yes'),
})
