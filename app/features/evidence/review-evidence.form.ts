import { z } from 'zod'
import { reviewVerdicts } from '~/domain/evidence/review'
import { choice, optionalId, optionalWords } from '~/ui/field-shapes'

export const reviewEvidenceForm = z.object({
  verdict: choice(reviewVerdicts, 'Accept the evidence or return it.'),
  reason: optionalWords(),
  /** the newest review that she saw: another one since then is told before hers is written */
  latestReviewId: optionalId('Look at the evidence again.'),
  notAnIdentifier: optionalWords(500),
})

export type EvidenceReviewed = z.output<typeof reviewEvidenceForm>
