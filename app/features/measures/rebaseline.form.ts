import { z } from 'zod'
import { day, optionalWords, words } from '~/ui/field-shapes'

export const rebaselineForm = z.object({
  from: day('Choose the period from which the limits begin anew.'),
  reason: words('Say why the limits begin anew.', 1000),
  notAnIdentifier: optionalWords(500),
})

export type Rebaselined = z.output<typeof rebaselineForm>
