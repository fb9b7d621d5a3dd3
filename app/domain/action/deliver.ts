/**
 * An action is marked as delivered once, with the day on which it was; that says nothing of whether
 * anybody has accepted evidence of it, or what difference it made.
 *
 * Source: PRODUCT rules 1 and 2.
 */
import { type Actor, may } from '../access/permissions'
import { type Decision, all, no, yes } from '../decision'
import { type CalendarDate, longDate } from '../time/calendar-date'

export interface DeliverFacts {
  startOn: CalendarDate | null
  deliveredOn: CalendarDate | null
}

/** Whether it can have been delivered on that day. */
export const deliveredInTime = (
  { startOn }: Pick<DeliverFacts, 'startOn'>,
  { deliveredOn, today }: { deliveredOn: CalendarDate; today: CalendarDate },
): Decision =>
  all(
    deliveredOn > today ? no(`${longDate(deliveredOn)} has not come yet.`, 'deliveredOn') : yes,
    startOn && deliveredOn < startOn
      ? no(`The action did not start until ${longDate(startOn)}.`, 'deliveredOn')
      : yes,
  )

/** Whether the actor may mark it as delivered; with the day given, whether that day will do. */
export const canMarkDelivered = (
  actor: Actor,
  action: DeliverFacts,
  marking?: { deliveredOn: CalendarDate; today: CalendarDate },
): Decision =>
  all(
    may(actor, 'action.deliver'),
    action.deliveredOn ? no(`This action was delivered on ${longDate(action.deliveredOn)}.`) : yes,
    marking ? deliveredInTime(action, marking) : yes,
  )
