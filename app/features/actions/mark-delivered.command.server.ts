import type { z } from 'zod'
import type { Context } from '~/auth/context.server'
import { judgedActions } from '~/db/action-facts.server'
import { inTransaction } from '~/db/db.server'
import { lockAction, markDelivered as writeDelivered } from '~/db/tables/actions.server'
import { canMarkDelivered } from '~/domain/action/deliver'
import { type Decision, yes } from '~/domain/decision'
import type { markDeliveredForm } from './mark-delivered.form'
import { recordActionEvent } from './record-action-event.server'

/** Says on which day an action was delivered. */
export async function markDelivered(
  context: Context,
  actionId: number,
  { deliveredOn }: z.infer<typeof markDeliveredForm>,
): Promise<Decision | undefined> {
  return inTransaction(context, async (tx) => {
    if (!(await lockAction(tx, actionId))) return undefined
    const [action] = await judgedActions(tx, { actionIds: [actionId] })
    if (!action) return undefined

    const decision = canMarkDelivered(context.actor, action, {
      deliveredOn,
      today: context.today,
    })
    if (!decision.allowed) return decision

    await writeDelivered(tx, actionId, deliveredOn)
    const milestonesOpen = action.milestones.filter(({ doneOn }) => doneOn === null).length
    await recordActionEvent(tx, context, actionId, {
      what: 'action.delivered',
      after: { deliveredOn, milestonesOpen },
    })
    return yes
  })
}
