import { z } from 'zod'
import { day } from '~/ui/field-shapes'

export const markDeliveredForm = z.object({
  deliveredOn: day('Give the day on which it was delivered.'),
})
