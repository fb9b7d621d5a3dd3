/**
 * A manager or a leader may state another colour for an action than the table derives: with a reason,
 * until a day at most three months ahead, on which it ends by itself; it may be ended sooner.
 *
 * The derived colour is always shown beside it. A stated colour can make an action look worse, never
 * better: where it says better, the derived one counts and the difference is shown. Whoever states it does
 * not own the action; where they come to own it, it ends.
 * Source: PRODUCT rules 1, 3 and 7; three months is Waymark's own limit. In SQL:
 * brag_overrides_have_a_reason, brag_overrides_end, brag_overrides_one_at_a_time,
 * brag_overrides_not_by_the_owner, brag_overrides_ended_by_somebody,
 * actions_are_not_owned_by_who_states_their_colour.
 */
import { type Actor, may } from '../access/permissions'
import { type Decision, all, no, yes } from '../decision'
import { type CalendarDate, addMonths, longDate } from '../time/calendar-date'
import { type Brag, bragRank, bragTitles } from './brag'

export const mostMonths = 3

/** The last day that an override may run to. */
export const lastDayFor = (today: CalendarDate): CalendarDate => addMonths(today, mostMonths)

/** A stated colour, as it stands on record. */
export interface BragOverride {
  id: number
  brag: Brag
  reason: string
  byName: string
  statedOn: CalendarDate
  /** The last day on which it holds. */
  untilOn: CalendarDate
  /** The day on which somebody ended it early; null where nobody did. */
  endedOn: CalendarDate | null
}

export const isRunning = (
  override: Pick<BragOverride, 'untilOn' | 'endedOn'>,
  today: CalendarDate,
): boolean => override.endedOn === null && override.untilOn >= today

export interface OverrideFacts {
  ownerId: number | null
  derived: Brag
  /** The one that runs today, if any. */
  running: Pick<BragOverride, 'untilOn'> | undefined
}

export interface OverrideAsked {
  brag: Brag
  reason: string
  untilOn: CalendarDate
}

/** Whether the actor may state another colour; with one given, whether that will do. */
export const canOverrideBrag = (
  actor: Actor,
  action: OverrideFacts,
  today: CalendarDate,
  asked?: OverrideAsked,
): Decision =>
  all(
    may(actor, 'brag.override'),
    action.ownerId === actor.personId
      ? no('Somebody other than the owner must state another colour.')
      : yes,
    action.running
      ? no(
          `Another colour is stated until ${longDate(action.running.untilOn)}. End that one first.`,
        )
      : yes,
    asked ? willDo(action, today, asked) : yes,
  )

const willDo = (
  { derived }: OverrideFacts,
  today: CalendarDate,
  { brag, reason, untilOn }: OverrideAsked,
): Decision =>
  all(
    brag === derived
      ? no(`The table says “${bragTitles[brag].toLowerCase()}” already.`, 'brag')
      : yes,
    reason.trim() === '' ? no('Say why the table is wrong about this action.') : yes,
    untilOn <= today ? no('Choose an end that lies ahead.', 'untilOn') : yes,
    untilOn > lastDayFor(today)
      ? no(
          `A stated colour ends within ${mostMonths} months: by ${longDate(lastDayFor(today))}.`,
          'untilOn',
        )
      : yes,
  )

/** Whether the actor may end the one that runs before its day. */
export const canEndOverride = (actor: Actor, running: object | undefined): Decision =>
  all(may(actor, 'brag.override'), running ? yes : no('No other colour is stated any more.'))

/** Why a stated colour ends when whoever stated it comes to own the action. */
export const whyANewOwnerEndsIt = (name: string): string =>
  `${name}, who stated it, came to own the action.`

/** The colour that counts: the derived one, or a stated one that is worse. */
export const countingBrag = (derived: Brag, stated: Brag | undefined): Brag =>
  stated !== undefined && bragRank(stated) > bragRank(derived) ? stated : derived
