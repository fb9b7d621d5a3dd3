import { z } from 'zod'
import { idFrom } from '~/domain/id'

const reference = (text: string) => idFrom(/^a?\s?(\d{1,10})$/i.exec(text.trim())?.[1])

/** Either an action to wait for, or one that is no longer waited for. */
export const dependenciesForm = z
  .object({
    remove: z.coerce.number().int().positive().optional(),
    needs: z.string().default(''),
  })
  .transform(({ remove, needs }, context): { remove: number } | { needsId: number } => {
    if (remove !== undefined) return { remove }
    const needsId = reference(needs)
    if (needsId !== undefined) return { needsId }
    const message = 'Give the reference of an action, such as A14.'
    context.addIssue({ code: 'custom', path: ['needs'], message })
    return z.NEVER
  })
