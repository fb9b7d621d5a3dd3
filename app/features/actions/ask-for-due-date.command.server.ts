import type { z } from 'zod'
import type { Context } from '~/auth/context.server'
import { inTransaction } from '~/db/db.server'
import { lockAction, moveDueDate } from '~/db/tables/actions.server'
import {
  dueDateFacts,
  insertDueDateChange,
  keepOccasions,
  occasions,
} from '~/db/tables/due-date-changes.server'
import { dueDateLimitsAt } from '~/db/tables/due-date-limits.server'
import { canAskForThisDueDate, lateMove, needsAgreement } from '~/domain/action/due-date-change'
import { type Decision, yes } from '~/domain/decision'
import type { askForDueDateForm } from './ask-for-due-date.form'
import { explained, recordActionEvent } from './record-action-event.server'

/** Asks for a new due date: it takes effect at once, or waits for a leader where a rule says so. */
export async function askForDueDate(
  context: Context,
  actionId: number,
  { toOn, reason, notAnIdentifier }: z.infer<typeof askForDueDateForm>,
): Promise<Decision | undefined> {
  const { actor, now, today } = context
  return inTransaction(context, async (tx) => {
    if (!(await lockAction(tx, actionId))) return undefined
    const action = await dueDateFacts(tx, actionId)
    if (!action) return undefined

    const decision = canAskForThisDueDate(actor, action, { toOn, reason }, today)
    if (!decision.allowed || action.dueOn === null) return decision

    const limits = await dueDateLimitsAt(tx, now)
    const agreementNeeded = needsAgreement(action, { toOn }, limits).reasons
    const asked = { askedOn: today, fromOn: action.dueOn }
    await keepOccasions(tx, 'asked-for')
    const late = lateMove(asked, await occasions(tx), limits).reasons
    await insertDueDateChange(tx, {
      actionId,
      fromOn: action.dueOn,
      toOn,
      reason,
      askedById: actor.personId,
      askedAt: now,
      agreementNeeded,
      lateMove: late,
    })
    const before = { dueOn: action.dueOn }
    const after = { dueOn: toOn, reason, lateMove: late, ...explained(notAnIdentifier) }
    if (agreementNeeded.length > 0) {
      await recordActionEvent(tx, context, actionId, {
        what: 'action.due-date-asked',
        before,
        after: { ...after, agreementNeeded },
      })
      return yes
    }
    await moveDueDate(tx, actionId, toOn)
    await recordActionEvent(tx, context, actionId, {
      what: 'action.due-date-changed',
      before,
      after,
    })
    return yes
  })
}
