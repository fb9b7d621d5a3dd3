import { z } from 'zod'
import { day, optionalWords, words } from '~/ui/field-shapes'

export const addMilestoneForm = z.object({
  title: words('Say what the milestone is.', 300),
  dueOn: day('Give the day by which it will be done.'),
  notAnIdentifier: optionalWords(500),
})
