import { z } from 'zod'
import { longestRetention } from '~/domain/evidence/retention'
import { optionalWords } from '~/ui/field-shapes'
import { fieldForEachKind } from './for-each-kind.form'

export const setRetentionForm = z
  .object({
    ...fieldForEachKind(longestRetention, `Give years from 1 to ${longestRetention}.`),
    intent: z.enum(['try', 'save']).catch('try'),
    triedAs: z.string().max(100).default(''),
    why: optionalWords(1000),
    notAnIdentifier: optionalWords(500),
  })
  .transform(({ intent, triedAs, why, notAnIdentifier, ...retention }) => ({
    ...{ intent, triedAs, why, notAnIdentifier },
    retention,
  }))
