import type { Context } from '~/auth/context.server'
import { inTransaction } from '~/db/db.server'
import { likelyRepeats } from '~/db/likely-repeats.server'
import { recordEvent } from '~/db/tables/events.server'
import { lockRecommendation } from '~/db/tables/recommendations.server'
import { insertRepeatDecision, repeatFacts } from '~/db/tables/repeat-decisions.server'
import type { Refusal } from '~/domain/decision'
import { canDecideRepeat, type RepeatVerdict } from '~/domain/inspection/repeats'

/**
 * Says that a recommendation says an earlier one again, or that it is something else; gives the
 * inspection that it is of.
 */
export async function decideRepeat(
  context: Context,
  laterId: number,
  { earlierId, verdict }: { earlierId: number; verdict: RepeatVerdict },
): Promise<{ allowed: true; inspectionId: number } | Refusal | undefined> {
  const { actor, now } = context
  return inTransaction(context, async (tx) => {
    if (!(await lockRecommendation(tx, laterId))) return undefined
    const facts = await repeatFacts(tx, earlierId, laterId)
    if (!facts) return undefined
    const decision = canDecideRepeat(actor, facts)
    if (!decision.allowed) return decision

    const proposed = await likelyRepeats(tx, { recommendationId: laterId })
    const likeness = proposed.find((one) => one.earlierId === earlierId)?.likeness
    const proposedBecause = likeness ? `${likeness.reason} ${likeness.nearness}` : ''
    await insertRepeatDecision(tx, {
      earlierId,
      laterId,
      verdict,
      proposedBecause,
      decidedById: actor.personId,
      decidedAt: now,
    })
    await recordEvent(tx, {
      what: verdict === 'same' ? 'recommendation.told-again' : 'recommendation.not-told-again',
      subject: { kind: 'recommendation', id: laterId },
      actorId: actor.personId,
      happenedAt: now,
      after: {
        earlierRecommendation: facts.texts.earlier,
        ...(proposedBecause ? { proposedBecause } : {}),
      },
    })
    return { allowed: true as const, inspectionId: facts.inspectionId }
  })
}
