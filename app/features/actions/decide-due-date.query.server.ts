import type { Context } from '~/auth/context.server'
import { latestDueDateChange, type WaitingChange } from '~/db/tables/due-date-changes.server'
import { canDecideDueDate } from '~/domain/action/due-date-change'
import type { Decision } from '~/domain/decision'
import { type CalendarDate, calendarDateIn } from '~/domain/time/calendar-date'
import { actionInBrief, type ActionInBrief } from './action-in-brief.query.server'

export interface DecideDueDateView {
  action: ActionInBrief
  change: Omit<WaitingChange, 'askedAt'> & { askedOn: CalendarDate }
  originalDueOn: CalendarDate | null
  today: CalendarDate
  decision: Decision
  /** whether the new date may still be agreed; refusing it may be all that is left */
  agreeing: Decision
}

/** The change to be decided; undefined where none was ever asked for. */
export async function decideDueDateView(
  context: Context,
  actionId: number,
): Promise<DecideDueDateView | undefined> {
  const action = await actionInBrief(context, actionId)
  const change = await latestDueDateChange(context.db, actionId)
  if (!action || !change) return undefined
  const { askedAt, ...known } = change
  return {
    action: action.brief,
    change: { ...known, askedOn: calendarDateIn(askedAt, 'Europe/London') },
    originalDueOn: action.facts.originalDueOn,
    today: context.today,
    decision: canDecideDueDate(context.actor, change, context.today),
    agreeing: canDecideDueDate(context.actor, change, context.today, {
      decision: 'agreed',
      reason: '',
    }),
  }
}
