import { z } from 'zod'
import { reviewVerdicts, strengths } from '~/domain/evidence/review'
import { choice, optionalId, optionalWords } from '~/ui/field-shapes'

const sampleSize = z
  .string()
  .trim()
  .default('')
  .transform((typed, context): number | null => {
    if (typed === '') return null
    const size = Number(typed.replaceAll(',', ''))
    if (Number.isInteger(size) && size >= 1 && size <= 100_000) return size
    const message = 'Give the size of the sample as a number from 1 to 100,000.'
    context.addIssue({ code: 'custom', message })
    return z.NEVER
  })

export const reviewEvidenceForm = z.object({
  verdict: choice(reviewVerdicts, 'Accept the evidence, return it or reject it.'),
  reason: optionalWords(),
  strength: z
    .enum(['', ...strengths], 'Say whether it shows activity, output or a difference for children.')
    .default('')
    .transform((chosen) => chosen || null),
  sampleSize,
  /** the newest review that she saw: another one since then is told before hers is written */
  latestReviewId: optionalId('Look at the evidence again.'),
  /** and the version of the evidence */
  version: z.coerce.number().int().positive().optional(),
  notAnIdentifier: optionalWords(500),
})

export type EvidenceReviewed = z.output<typeof reviewEvidenceForm>
