import { z } from 'zod'
import { day, optionalWords, words } from '~/ui/field-shapes'

export const askForDueDateForm = z.object({
  toOn: day('Give the new date.'),
  reason: words('Say why the date must change.', 1000),
  notAnIdentifier: optionalWords(500),
})
