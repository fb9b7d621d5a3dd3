import { z } from 'zod'
import { words } from '~/ui/field-shapes'

export const takeContributionsForm = z.object({
  reason: words('Say for which request they are taken.', 300),
})
