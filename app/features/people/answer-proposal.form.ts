import { z } from 'zod'
import { choice, optionalWords } from '~/ui/field-shapes'

export const answerProposalForm = z
  .object({
    answer: choice(['invited', 'declined'] as const, 'Invite the person or decline.'),
    reason: optionalWords(300),
  })
  .refine(({ answer, reason }) => answer === 'invited' || reason !== '', {
    message: 'Say why you decline, in a few words.',
    path: ['reason'],
  })
