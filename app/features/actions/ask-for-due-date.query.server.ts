import type { Context } from '~/auth/context.server'
import { dueDateFacts, occasions } from '~/db/tables/due-date-changes.server'
import { dueDateLimitsAt } from '~/db/tables/due-date-limits.server'
import { canAskForDueDate, lateMove, needsAgreement } from '~/domain/action/due-date-change'
import type { Decision } from '~/domain/decision'
import type { CalendarDate } from '~/domain/time/calendar-date'
import { addWorkingDays } from '~/domain/time/working-days'
import { actionInBrief, type ActionInBrief } from './action-in-brief.query.server'

export interface AskForDueDateView {
  action: ActionInBrief
  today: CalendarDate
  dueOn: CalendarDate | null
  originalDueOn: CalendarDate | null
  changesMade: number
  decision: Decision
  /** why any new date waits for a leader; empty where it depends on the date */
  waitsBecause: readonly string[]
  /** the last date that takes effect at once; null where there is no such limit */
  atOnceUpTo: CalendarDate | null
  /** after the original date, up to which it does */
  workingDays: number | null
  /** why this is marked as a late move, whatever the date */
  lateMove: readonly string[]
}

export async function askForDueDateView(
  context: Context,
  actionId: number,
): Promise<AskForDueDateView | undefined> {
  const { db, actor, now, today } = context
  const action = await actionInBrief(context, actionId)
  const facts = await dueDateFacts(db, actionId)
  if (!action || !facts) return undefined
  const { dueOn, originalDueOn, changesMade } = facts
  const limits = await dueDateLimitsAt(db, now)
  const limit = limits.workingDaysWithoutAgreement
  return {
    action: action.brief,
    today,
    dueOn,
    originalDueOn,
    changesMade,
    decision: canAskForDueDate(actor, facts),
    // Put at the original date, no change is too far: what is left waits whatever the date.
    waitsBecause: originalDueOn
      ? needsAgreement(facts, { toOn: originalDueOn }, limits).reasons
      : [],
    atOnceUpTo: originalDueOn && limit !== null ? addWorkingDays(originalDueOn, limit).date : null,
    workingDays: limit,
    lateMove: dueOn
      ? lateMove({ askedOn: today, fromOn: dueOn }, await occasions(db), limits).reasons
      : [],
  }
}
