import type { Context } from '~/auth/context.server'
import { inTransaction } from '~/db/db.server'
import { insertEvidenceReview, reviewFacts } from '~/db/tables/evidence-reviews.server'
import { lockEvidence } from '~/db/tables/evidence.server'
import { recordEvent } from '~/db/tables/events.server'
import { type Decision, no, yes } from '~/domain/decision'
import { canReview } from '~/domain/evidence/review'
import type { EvidenceReviewed } from './review-evidence.form'

/** Accepts evidence, or returns it with a reason. */
export async function reviewEvidence(
  context: Context,
  evidenceId: number,
  { verdict, reason, latestReviewId, notAnIdentifier }: EvidenceReviewed,
): Promise<Decision | undefined> {
  const { actor, now } = context
  return inTransaction(context, async (tx) => {
    await lockEvidence(tx, evidenceId)
    const facts = await reviewFacts(tx, actor, evidenceId)
    if (!facts) return undefined
    const decision = canReview(actor, facts, { verdict, reason })
    if (!decision.allowed) return decision
    if ((facts.latestReviewId ?? null) !== latestReviewId) {
      return no('Somebody judged this evidence while you were reading. Read what they said first.')
    }

    await insertEvidenceReview(tx, {
      evidenceId,
      addedById: facts.addedById,
      reviewerId: actor.personId,
      reviewedAt: now,
      verdict,
      reason,
    })
    await recordEvent(tx, {
      what: `evidence.${verdict}`,
      subject: { kind: 'evidence', id: evidenceId },
      actorId: actor.personId,
      happenedAt: now,
      before: { verdict: facts.verdict },
      after: { verdict, reason, ...(notAnIdentifier ? { notAnIdentifier } : {}) },
    })
    return yes
  })
}
