import type { Context } from '~/auth/context.server'
import { canMarkDelivered } from '~/domain/action/deliver'
import type { Decision } from '~/domain/decision'
import type { CalendarDate } from '~/domain/time/calendar-date'
import { actionInBrief, type ActionInBrief } from './action-in-brief.query.server'

export interface MarkDeliveredView {
  action: ActionInBrief
  openMilestones: string[]
  decision: Decision
  today: CalendarDate
}

export async function markDeliveredView(
  context: Context,
  actionId: number,
): Promise<MarkDeliveredView | undefined> {
  const action = await actionInBrief(context, actionId)
  return (
    action && {
      action: action.brief,
      openMilestones: action.facts.milestones
        .filter(({ doneOn }) => doneOn === null)
        .map(({ title }) => title),
      decision: canMarkDelivered(context.actor, action.facts),
      today: context.today,
    }
  )
}
