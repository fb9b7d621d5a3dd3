import { z } from 'zod'
import { optionalWords, words } from '~/ui/field-shapes'

export const closeVisitForm = z.object({
  said: words('Say what inspectors said.', 4000),
  notAnIdentifier: optionalWords(500),
})
