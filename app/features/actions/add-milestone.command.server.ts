import type { z } from 'zod'
import type { Context } from '~/auth/context.server'
import { judgedActions } from '~/db/action-facts.server'
import { inTransaction } from '~/db/db.server'
import { lockAction } from '~/db/tables/actions.server'
import { insertMilestone } from '~/db/tables/milestones.server'
import { canAddMilestone } from '~/domain/action/milestone'
import { type Decision, yes } from '~/domain/decision'
import type { addMilestoneForm } from './add-milestone.form'
import { explained, recordActionEvent } from './record-action-event.server'

/** Adds a step with a date of its own to an action. */
export async function addMilestone(
  context: Context,
  actionId: number,
  { notAnIdentifier, ...milestone }: z.infer<typeof addMilestoneForm>,
): Promise<Decision | undefined> {
  return inTransaction(context, async (tx) => {
    if (!(await lockAction(tx, actionId))) return undefined
    const [action] = await judgedActions(tx, { actionIds: [actionId] })
    if (!action) return undefined

    const decision = canAddMilestone(context.actor, action)
    if (!decision.allowed) return decision

    const milestoneId = await insertMilestone(tx, { ...milestone, actionId })
    await recordActionEvent(tx, context, actionId, {
      what: 'action.milestone-added',
      after: { milestoneId, ...milestone, ...explained(notAnIdentifier) },
    })
    return yes
  })
}
