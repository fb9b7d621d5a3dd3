import { z } from 'zod'
import { day } from '~/ui/field-shapes'

export const completeMilestoneForm = z.object({
  doneOn: day('Give the day on which it was done.'),
})
