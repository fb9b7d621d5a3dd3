/**
 * A milestone is a step of an action with a date of its own; it is done once, on a day that has come.
 *
 * Source: PRODUCT "action" and rule 1. In SQL: milestones_have_a_title.
 */
import { type Actor, may } from '../access/permissions'
import { type Decision, all, no, yes } from '../decision'
import { type CalendarDate, longDate } from '../time/calendar-date'

/** Whether the actor may add a milestone to an action. */
export const canAddMilestone = (
  actor: Actor,
  action: { deliveredOn: CalendarDate | null },
): Decision =>
  all(
    may(actor, 'milestone.edit'),
    action.deliveredOn ? no('This action is delivered, so no milestone is added to it.') : yes,
  )

/** Whether the actor may say that a milestone is done; with the day given, whether it will do. */
export const canCompleteMilestone = (
  actor: Actor,
  milestone: { doneOn: CalendarDate | null },
  completing?: { doneOn: CalendarDate; today: CalendarDate },
): Decision =>
  all(
    may(actor, 'milestone.complete'),
    milestone.doneOn ? no(`This milestone was done on ${longDate(milestone.doneOn)}.`) : yes,
    completing && completing.doneOn > completing.today
      ? no(`${longDate(completing.doneOn)} has not come yet.`, 'doneOn')
      : yes,
  )
