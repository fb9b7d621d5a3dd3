import { z } from 'zod'
import { offerAnswers } from '~/domain/action/hand-over'
import { choice, optionalWords } from '~/ui/field-shapes'

export const answerOfferForm = z
  .object({
    answer: choice(offerAnswers, 'Accept or decline.'),
    /** accepts what else waits of the same hand-over, too */
    withTheRest: z.literal('yes').optional(),
    reason: optionalWords(1000),
    notAnIdentifier: optionalWords(500),
  })
  .superRefine(({ answer, reason }, context) => {
    if (answer === 'declined' && reason === '') {
      context.addIssue({ code: 'custom', path: ['reason'], message: 'Say why you decline.' })
    }
  })
