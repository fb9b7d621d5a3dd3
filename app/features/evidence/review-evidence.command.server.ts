import type { Context } from '~/auth/context.server'
import { inTransaction } from '~/db/db.server'
import { insertEvidenceReview, reviewFacts } from '~/db/tables/evidence-reviews.server'
import { lockEvidence } from '~/db/tables/evidence.server'
import { recordEvent } from '~/db/tables/events.server'
import { type Decision, no, yes } from '~/domain/decision'
import { canReview } from '~/domain/evidence/review'
import type { EvidenceReviewed } from './review-evidence.form'

/** Accepts evidence, returns it with a question, or rejects it with a reason. */
export async function reviewEvidence(
  context: Context,
  evidenceId: number,
  {
    verdict,
    reason,
    strength,
    sampleSize,
    latestReviewId,
    version,
    notAnIdentifier,
  }: EvidenceReviewed,
): Promise<Decision | undefined> {
  const { actor, now } = context
  return inTransaction(context, async (tx) => {
    await lockEvidence(tx, evidenceId)
    const facts = await reviewFacts(tx, actor, evidenceId)
    if (!facts) return undefined
    const decision = canReview(actor, facts, { verdict, reason, strength })
    if (!decision.allowed) return decision
    if ((facts.latestReviewId ?? null) !== latestReviewId) {
      return no('Somebody judged this evidence while you were reading. Read what they said first.')
    }
    if (version !== undefined && version !== facts.version) {
      return no('It was edited while you were reading. Look at it as it is now.')
    }
    // How much it shows is said of what is accepted.
    const shown = verdict === 'accepted' ? { strength, sampleSize } : nothingShown

    await insertEvidenceReview(tx, {
      evidenceId,
      addedById: facts.addedById,
      reviewerId: actor.personId,
      reviewedAt: now,
      verdict,
      reason,
      evidenceVersion: facts.version,
      ...shown,
    })
    await recordEvent(tx, {
      what: `evidence.${verdict}`,
      subject: { kind: 'evidence', id: evidenceId },
      actorId: actor.personId,
      happenedAt: now,
      before: { verdict: facts.verdict },
      after: {
        verdict,
        reason,
        ...(verdict === 'accepted' ? shown : {}),
        ...(notAnIdentifier ? { notAnIdentifier } : {}),
      },
    })
    return yes
  })
}

const nothingShown = { strength: null, sampleSize: null }
