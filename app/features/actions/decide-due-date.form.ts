import { z } from 'zod'
import { choice, optionalWords } from '~/ui/field-shapes'

export const decideDueDateForm = z
  .object({
    /** the change that she has read, so that she decides no other */
    changeId: z.coerce.number().int().positive(),
    decision: choice(['agreed', 'refused'], 'Agree or refuse the new date.'),
    reason: optionalWords(1000),
    notAnIdentifier: optionalWords(500),
  })
  .superRefine(({ decision, reason }, context) => {
    if (decision === 'refused' && reason === '') {
      context.addIssue({
        code: 'custom',
        path: ['reason'],
        message: 'Say why the change is refused.',
      })
    }
  })
