import type { z } from 'zod'
import type { Context } from '~/auth/context.server'
import { inTransaction } from '~/db/db.server'
import { insertBoardDecisionEnding } from '~/db/tables/board-decision-endings.server'
import { boardDecision, lockBoardDecision } from '~/db/tables/board-decisions.server'
import { recordEvent } from '~/db/tables/events.server'
import { type Decision, yes } from '~/domain/decision'
import { canEndDecision } from '~/domain/plan/board-decisions'
import type { endBoardDecisionForm } from './board-decision.form'

/** Says that what the board decided is done, or withdrawn with a reason. */
export async function endBoardDecision(
  context: Context,
  meetingId: number,
  decisionId: number,
  { ending, words, notAnIdentifier }: z.output<typeof endBoardDecisionForm>,
): Promise<Decision | undefined> {
  const { actor, now } = context
  return inTransaction(context, async (tx) => {
    await lockBoardDecision(tx, decisionId)
    const decided = await boardDecision(tx, decisionId)
    if (decided?.meetingId !== meetingId) return undefined
    const decision = canEndDecision(actor, decided, { ending, words })
    if (!decision.allowed) return decision

    await insertBoardDecisionEnding(tx, {
      ...{ decisionId, ending, words },
      endedById: actor.personId,
      endedAt: now,
    })
    await recordEvent(tx, {
      what: ending === 'done' ? 'board-decision.done' : 'board-decision.withdrawn',
      subject: { kind: 'board-decision', id: decisionId },
      actorId: actor.personId,
      happenedAt: now,
      before: { decision: decided.words },
      after: { words, ...(notAnIdentifier && { notAnIdentifier }) },
    })
    return yes
  })
}
