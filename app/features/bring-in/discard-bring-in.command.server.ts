import type { Context } from '~/auth/context.server'
import { inTransaction } from '~/db/db.server'
import { bringInFacts, closeBringIn, lockBringIn } from '~/db/tables/bring-ins.server'
import { recordEvent } from '~/db/tables/events.server'
import { withdrawProposals } from '~/db/tables/invitation-proposals.server'
import { may } from '~/domain/access/permissions'
import { isStillOpen } from '~/domain/bring-in/draft'
import { all, type Decision, yes } from '~/domain/decision'

/** Sets an old plan aside. The file and the work on it stay on record. */
export function discardBringIn(context: Context, bringInId: number): Promise<Decision | undefined> {
  return inTransaction(context, async (tx) => {
    await lockBringIn(tx, bringInId)
    const facts = await bringInFacts(tx, bringInId)
    if (!facts) return undefined
    const decision = all(may(context.actor, 'plan.bring-in'), isStillOpen(facts))
    if (!decision.allowed) return decision

    await closeBringIn(tx, bringInId, { discardedAt: context.now })
    await withdrawProposals(tx, bringInId, {
      onlyUnused: false,
      answeredById: context.actor.personId,
      answeredAt: context.now,
    })
    await recordEvent(tx, {
      what: 'bring-in.discarded',
      subject: { kind: 'bring-in', id: bringInId },
      actorId: context.actor.personId,
      happenedAt: context.now,
    })
    return yes
  })
}
