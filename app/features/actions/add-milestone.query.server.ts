import type { Context } from '~/auth/context.server'
import { canAddMilestone } from '~/domain/action/milestone'
import type { Decision } from '~/domain/decision'
import type { CalendarDate } from '~/domain/time/calendar-date'
import { actionInBrief, type ActionInBrief } from './action-in-brief.query.server'

export interface AddMilestoneView {
  action: ActionInBrief & { dueOn: CalendarDate | null }
  decision: Decision
}

export async function addMilestoneView(
  context: Context,
  actionId: number,
): Promise<AddMilestoneView | undefined> {
  const action = await actionInBrief(context, actionId)
  return (
    action && {
      action: { ...action.brief, dueOn: action.facts.dueOn },
      decision: canAddMilestone(context.actor, action.facts),
    }
  )
}
