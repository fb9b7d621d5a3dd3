/**
 * An action may wait for others: it cannot be finished before they are, and no action waits for itself,
 * however many stand between. Where dates say otherwise, or pile up before a visit, it is shown.
 *
 * Source: issue 3 of the product, "a timeline view shows dates, dependencies and clashes before an
 * expected visit". In SQL: action_dependencies_not_on_itself, action_dependencies_have_no_circle.
 */
import { type Actor } from '../access/permissions'
import { canEditAction } from '../action/plan-action'
import { all, type Decision, no, yes } from '../decision'
import { addDays, type CalendarDate, counted, longDate } from '../time/calendar-date'
import { actionRef } from './references'

/** Whether the actor may say what an action waits for; with the other one given, whether that will do. */
export const canAddDependency = (
  actor: Actor,
  adding?: {
    actionId: number
    needsId: number
    /** what the other waits for, over however many */
    otherWaitsFor: readonly number[]
    isThere: boolean
  },
): Decision =>
  all(
    canEditAction(actor),
    adding?.isThere ? no('It waits for that action already.', 'needs') : yes,
    adding && adding.actionId === adding.needsId
      ? no('An action cannot wait for itself.', 'needs')
      : yes,
    adding && adding.otherWaitsFor.includes(adding.actionId)
      ? no(`${actionRef(adding.needsId)} waits for this action already.`, 'needs')
      : yes,
  )

export interface PlannedDates {
  id: number
  ownerName: string | null
  dueOn: CalendarDate
  isDelivered: boolean
  needs: readonly { id: number; dueOn: CalendarDate | null; isDelivered: boolean }[]
}

export interface Clash {
  /** the actions it is about */
  ids: readonly number[]
  sentence: string
}

/** How many days before a visit are too near to it for many actions to be due. */
export const weekBefore = 7
const piledUp = { inAll: 5, forOne: 3 }

/** Where dates cannot all be kept, or nobody could keep them: before the visit that is expected first. */
export function clashes(
  actions: readonly PlannedDates[],
  visit: { expectedFrom: CalendarDate } | undefined,
): Clash[] {
  const open = actions.filter(({ isDelivered }) => !isDelivered)
  return [...open.flatMap(waitsTooLong), ...(visit ? pilesBefore(open, visit.expectedFrom) : [])]
}

function waitsTooLong({ id, dueOn, needs }: PlannedDates): Clash[] {
  return needs
    .filter((one) => !one.isDelivered && (one.dueOn === null || one.dueOn > dueOn))
    .map((one) => ({
      ids: [id, one.id],
      sentence: `${actionRef(id)} is due ${longDate(dueOn)} and waits for ${actionRef(one.id)}, which ${
        one.dueOn ? `is due only ${longDate(one.dueOn)}` : 'has no date'
      }.`,
    }))
}

function pilesBefore(open: readonly PlannedDates[], visitOn: CalendarDate): Clash[] {
  const due = open.filter(({ dueOn }) => dueOn < visitOn && dueOn >= addDays(visitOn, -weekBefore))
  const before = `in the week before the visit of ${longDate(visitOn)}`
  const clash = (some: readonly PlannedDates[], who: string): Clash => ({
    ids: some.map(({ id }) => id),
    sentence: `${counted(some.length, 'action')}${who} ${some.length === 1 ? 'is' : 'are'} due ${before}.`,
  })
  const owners = [...new Set(due.flatMap(({ ownerName }) => ownerName ?? []))]
  return [
    ...(due.length >= piledUp.inAll ? [clash(due, '')] : []),
    ...owners
      .map((owner) => ({ owner, some: due.filter(({ ownerName }) => ownerName === owner) }))
      .filter(({ some }) => some.length >= piledUp.forOne)
      .map(({ owner, some }) => clash(some, ` of ${owner}`)),
  ]
}
