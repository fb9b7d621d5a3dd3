import { z } from 'zod'
import { idFrom } from '~/domain/id'

const reference = (text: string) => idFrom(/^a?\s?(\d{1,10})$/i.exec(text.trim())?.[1])

/** Either an action to wait for, or one that is no longer waited for. */
export const dependenciesForm = z.union([
  z.object({ remove: z.coerce.number().int().positive() }),
  z
    .object({ needs: z.string('Give the reference of an action, such as A14.') })
    .transform(({ needs }, context) => {
      const needsId = reference(needs)
      if (needsId === undefined) {
        context.addIssue({
          code: 'custom',
          path: ['needs'],
          message: 'Give the reference of an action, such as A14.',
        })
      }
      return { needsId: needsId ?? 0 }
    }),
])
