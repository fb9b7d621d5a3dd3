import { z } from 'zod'
import { endings } from '~/domain/plan/board-decisions'
import { choice, neededId, optionalDay, optionalWords, words } from '~/ui/field-shapes'

const wrongReference = 'Give a reference such as A14 or R3, or leave it empty.'

export const recordBoardDecisionForm = z.object({
  words: words('Say what was decided.', 1000),
  ownerId: neededId('Choose who sees to it.'),
  dueOn: optionalDay(),
  /** "A14" or "R3", as people say it in a meeting */
  about: z
    .string()
    .trim()
    .default('')
    .transform((text, context) => {
      if (text === '') return null
      const read = /^([AR])\s*(\d{1,9})$/i.exec(text)
      if (read) {
        const kind =
          read[1]!.toUpperCase() === 'A' ? ('action' as const) : ('recommendation' as const)
        return { kind, id: Number(read[2]) }
      }
      context.addIssue({ code: 'custom', message: wrongReference })
      return z.NEVER
    }),
  notAnIdentifier: optionalWords(500),
})

export const endBoardDecisionForm = z.object({
  ending: choice(endings, 'Say whether it is done or withdrawn.'),
  words: optionalWords(1000),
  notAnIdentifier: optionalWords(500),
})
