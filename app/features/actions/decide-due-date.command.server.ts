import type { z } from 'zod'
import type { Context } from '~/auth/context.server'
import { inTransaction } from '~/db/db.server'
import { lockAction, moveDueDate } from '~/db/tables/actions.server'
import { decideDueDateChange, latestDueDateChange } from '~/db/tables/due-date-changes.server'
import { canDecideDueDate } from '~/domain/action/due-date-change'
import { type Decision, no, yes } from '~/domain/decision'
import type { decideDueDateForm } from './decide-due-date.form'
import { explained, recordActionEvent } from './record-action-event.server'

/** A leader other than the person who asked agrees or refuses a new due date. */
export async function decideDueDate(
  context: Context,
  actionId: number,
  { changeId, decision: decided, reason, notAnIdentifier }: z.infer<typeof decideDueDateForm>,
): Promise<Decision | undefined> {
  const { actor, now, today } = context
  return inTransaction(context, async (tx) => {
    if (!(await lockAction(tx, actionId))) return undefined
    const change = await latestDueDateChange(tx, actionId)
    if (!change) return undefined

    const answer = { decision: decided, reason }
    const decision = canDecideDueDate(actor, change, today, answer)
    if (!decision.allowed) return decision
    if (change.id !== changeId) {
      return no('Another date is asked for now. Read it, and decide again.')
    }

    await decideDueDateChange(tx, change.id, {
      ...answer,
      decidedById: actor.personId,
      decidedAt: now,
    })
    if (decided === 'agreed') await moveDueDate(tx, actionId, change.toOn)
    await recordActionEvent(tx, context, actionId, {
      what: decided === 'agreed' ? 'action.due-date-agreed' : 'action.due-date-refused',
      before: { dueOn: change.fromOn },
      after: {
        dueOn: change.toOn,
        reason: change.reason,
        lateMove: change.lateMove,
        askedBy: { id: change.askedById, name: change.askedByName },
        decisionReason: reason,
        ...explained(notAnIdentifier),
      },
    })
    return yes
  })
}
