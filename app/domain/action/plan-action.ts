/**
 * A manager plans an action: it may be without an owner or a due date, and then shows as a gap, but
 * it is never due before it starts.
 *
 * Source: PRODUCT "action"; issue 1, step 3. In SQL: actions_are_due_after_they_start,
 * actions_have_a_title.
 */
import { type Actor, may, type Permission } from '../access/permissions'
import { type Decision, all, no, yes } from '../decision'
import type { CalendarDate } from '../time/calendar-date'

interface PlannedDates {
  startOn: CalendarDate | null
  dueOn: CalendarDate | null
}

/**
 * Whether an action's dates follow one another; a date that is not set yet follows any. A due date that was
 * set is moved elsewhere, so then it is the start that is wrong here.
 */
export const datesInOrder = (
  { startOn, dueOn }: PlannedDates,
  about: keyof PlannedDates = 'dueOn',
): Decision =>
  startOn && dueOn && dueOn < startOn ? no('An action cannot be due before it starts.', about) : yes

const canPlan = (
  actor: Actor,
  permission: Permission,
  planned?: PlannedDates,
  about?: keyof PlannedDates,
): Decision => all(may(actor, permission), planned ? datesInOrder(planned, about) : yes)

/** Whether the actor may add an action; with what is planned, whether that will do. */
export const canCreateAction = (actor: Actor, planned?: PlannedDates): Decision =>
  canPlan(actor, 'action.create', planned)

/** Whether the actor may edit an action; with what it is to become, whether that will do. */
export const canEditAction = (
  actor: Actor,
  planned?: PlannedDates,
  about?: keyof PlannedDates,
): Decision => canPlan(actor, 'action.edit', planned, about)
