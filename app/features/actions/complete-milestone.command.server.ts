import type { z } from 'zod'
import type { Context } from '~/auth/context.server'
import { inTransaction } from '~/db/db.server'
import { completeMilestone as writeDone, lockMilestone } from '~/db/tables/milestones.server'
import { canCompleteMilestone } from '~/domain/action/milestone'
import type { Refusal } from '~/domain/decision'
import type { completeMilestoneForm } from './complete-milestone.form'
import { milestoneFacts } from './complete-milestone.query.server'
import { recordActionEvent } from './record-action-event.server'

/** Says on which day a milestone was done; gives the action that it belongs to. */
export async function completeMilestone(
  context: Context,
  milestoneId: number,
  { doneOn }: z.infer<typeof completeMilestoneForm>,
): Promise<{ allowed: true; actionId: number } | Refusal | undefined> {
  return inTransaction(context, async (tx) => {
    if (!(await lockMilestone(tx, milestoneId))) return undefined
    const milestone = await milestoneFacts(tx, milestoneId)
    if (!milestone) return undefined

    const decision = canCompleteMilestone(context.actor, milestone, {
      doneOn,
      today: context.today,
    })
    if (!decision.allowed) return decision

    await writeDone(tx, milestoneId, doneOn)
    const { actionId, title } = milestone
    await recordActionEvent(tx, context, actionId, {
      what: 'action.milestone-done',
      after: { milestoneId, title, doneOn },
    })
    return { allowed: true as const, actionId }
  })
}
