import type { Context } from '~/auth/context.server'
import { inTransaction } from '~/db/db.server'
import { recordEvent } from '~/db/tables/events.server'
import { lockRepeatDecision } from '~/db/tables/repeat-decisions.server'
import { decidedRepeat, insertRepeatWithdrawal } from '~/db/tables/repeat-withdrawals.server'
import type { Refusal } from '~/domain/decision'
import { canTakeBackRepeat, repeatVerdictTitles } from '~/domain/inspection/repeats'

/** Opens a decided pair again; gives the recommendation that it was decided of. */
export async function takeBackRepeat(
  context: Context,
  decisionId: number,
): Promise<{ allowed: true; laterId: number } | Refusal | undefined> {
  const { actor, now } = context
  return inTransaction(context, async (tx) => {
    if (!(await lockRepeatDecision(tx, decisionId))) return undefined
    const decided = await decidedRepeat(tx, decisionId)
    if (!decided) return undefined
    const decision = canTakeBackRepeat(actor, decided)
    if (!decision.allowed) return decision

    const { laterId, verdict, earlierText } = decided
    await insertRepeatWithdrawal(tx, {
      decisionId,
      withdrawnById: actor.personId,
      withdrawnAt: now,
    })
    await recordEvent(tx, {
      what: 'recommendation.told-again-taken-back',
      subject: { kind: 'recommendation', id: laterId },
      actorId: actor.personId,
      happenedAt: now,
      before: { said: repeatVerdictTitles[verdict], earlierRecommendation: earlierText },
    })
    return { allowed: true as const, laterId }
  })
}
