import { z } from 'zod'
import { confidences } from '~/domain/action/confidence'
import { deliveries } from '~/domain/action/delivery'
import { choice, optionalWords, words } from '~/ui/field-shapes'

export const postUpdateForm = z.object({
  statedDelivery: choice(deliveries, 'Choose how it is going.'),
  confidence: choice(confidences, 'Choose how sure you are.'),
  words: words('Say what has happened and what comes next.'),
  notAnIdentifier: optionalWords(500),
})
