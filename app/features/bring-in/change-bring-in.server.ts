import type { Context } from '~/auth/context.server'
import { inTransaction, type Tx } from '~/db/db.server'
import {
  type BringInFacts,
  bringInFacts,
  lockBringIn,
  updateBringInDraft,
} from '~/db/tables/bring-ins.server'
import { recordEvent } from '~/db/tables/events.server'
import { may } from '~/domain/access/permissions'
import { type Draft, isAsSeen, isStillOpen } from '~/domain/bring-in/draft'
import { all, type Decision, yes } from '~/domain/decision'
import { judgeRows } from './judge-rows.server'

export interface BringInChange {
  what: `bring-in.${string}`
  /** of which draft the person made it */
  revision: number
  rule?: (facts: BringInFacts, tx: Tx) => Decision | Promise<Decision>
  /** what the draft becomes; left out where only rows or words are changed */
  change?: (draft: Draft) => Draft
  write?: (tx: Tx, facts: BringInFacts) => Promise<void>
  /** what is recorded of it */
  after: unknown
  /** left out where the change has no bearing on what rows are judged to be */
  judges?: boolean
}

/** One change of an old plan by one person, with its event. Undefined where there is no such plan. */
export function changeBringIn(
  context: Context,
  bringInId: number,
  { what, revision, rule, change, write, after, judges = true }: BringInChange,
): Promise<Decision | undefined> {
  return inTransaction(context, async (tx) => {
    await lockBringIn(tx, bringInId)
    const facts = await bringInFacts(tx, bringInId)
    if (!facts) return undefined
    const decision = all(
      may(context.actor, 'plan.bring-in'),
      isStillOpen(facts),
      isAsSeen(facts.draft, revision),
      rule ? await rule(facts, tx) : yes,
    )
    if (!decision.allowed) return decision

    const draft = { ...(change?.(facts.draft) ?? facts.draft), revision: revision + 1 }
    await updateBringInDraft(tx, bringInId, draft)
    await write?.(tx, facts)
    if (judges) await judgeRows(tx, context, { ...facts, draft })
    await recordEvent(tx, {
      what,
      subject: { kind: 'bring-in', id: bringInId },
      actorId: context.actor.personId,
      happenedAt: context.now,
      after,
    })
    return yes
  })
}
