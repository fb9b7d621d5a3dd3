/**
 * A visit checks progress on an earlier inspection, so it cannot take place before that inspection has
 * ended, and what has not happened yet cannot be recorded as held.
 *
 * Source: PRODUCT "visit"; issue 6. In SQL: visits_window_runs_forwards, visits_end_after_they_start,
 * visits_are_held_from_a_day_to_a_day, visits_come_after_their_inspection, visit_closings_are_made_once,
 * visit_closings_rest_on_a_letter_or_on_words, visit_letters_are_one_of_a_visit.
 */
import { type Actor, may } from '../access/permissions'
import { type Decision, all, no, yes } from '../decision'
import { type VisitKind, visitKindTitles } from '../inspection/visit-kinds'
import {
  type CalendarDate,
  compareDates,
  counted,
  daysBetween,
  longDate,
} from '../time/calendar-date'
import { workingDaysBetween } from '../time/working-days'

export interface VisitDays {
  expectedFrom: CalendarDate
  expectedTo: CalendarDate
  heldFrom: CalendarDate | null
  heldTo: CalendarDate | null
}

const notBefore = (day: CalendarDate, inspectedTo: CalendarDate): Decision =>
  day > inspectedTo
    ? yes
    : no(
        `A visit comes after its inspection, which ended on ${longDate(inspectedTo)}. Choose a later date.`,
      )

/** Whether the actor may plan a visit; with the days given, whether those will do. */
export const canPlanVisit = (
  actor: Actor,
  inspection?: { inspectedTo: CalendarDate },
  days?: Pick<VisitDays, 'expectedFrom' | 'expectedTo'>,
): Decision =>
  all(
    may(actor, 'visit.plan'),
    inspection && days ? notBefore(days.expectedFrom, inspection.inspectedTo) : yes,
    days && days.expectedTo < days.expectedFrom
      ? no('The last day of the window cannot come before the first.', 'expectedTo')
      : yes,
  )

/**
 * Whether the actor may change what is known of a visit; with the days given, whether those will do. The
 * window of a visit that was held is what was expected of it, and stays.
 */
export const canEditVisit = (
  actor: Actor,
  visit: Pick<VisitDays, 'expectedFrom' | 'expectedTo' | 'heldTo'> & { inspectedTo: CalendarDate },
  days?: Pick<VisitDays, 'expectedFrom' | 'expectedTo'>,
): Decision =>
  all(
    canPlanVisit(actor, visit, days),
    days &&
      visit.heldTo !== null &&
      (days.expectedFrom !== visit.expectedFrom || days.expectedTo !== visit.expectedTo)
      ? no('This visit was held, so the window in which it was expected stays.')
      : yes,
  )

/** Whether the actor may record that it was held; with the days given, whether those will do. */
export const canRecordHeld = (
  actor: Actor,
  visit: Pick<VisitDays, 'heldTo'> & { inspectedTo: CalendarDate },
  held?: { heldFrom: CalendarDate; heldTo: CalendarDate },
  today?: CalendarDate,
): Decision =>
  all(
    may(actor, 'visit.plan'),
    visit.heldTo !== null ? no('This visit is already recorded as held.') : yes,
    held ? notBefore(held.heldFrom, visit.inspectedTo) : yes,
    held && held.heldTo < held.heldFrom
      ? no('The visit cannot end before it starts.', 'heldTo')
      : yes,
    held && today && held.heldTo > today
      ? no(`${longDate(held.heldTo)} has not come yet. Record the visit once it is over.`, 'heldTo')
      : yes,
  )

/** Whether the actor may close a visit; with what inspectors said, whether that will do. */
export const canCloseVisit = (
  actor: Actor,
  visit: { heldTo: CalendarDate | null; isClosed: boolean },
  said?: string,
): Decision =>
  all(
    may(actor, 'visit.plan'),
    visit.isClosed ? no('This visit is closed already.') : yes,
    visit.heldTo === null ? no('Record first that the visit was held.') : yes,
    said !== undefined && said.trim() === '' ? no('Say what inspectors said.') : yes,
  )

/**
 * Whether a report can be the letter of a visit: it speaks of the days on which the visit was held, or of
 * days after its inspection where nobody has recorded those yet.
 */
export const canBeItsLetter = (
  visit: Pick<VisitDays, 'heldFrom' | 'heldTo'> & {
    kind: VisitKind
    inspectedTo: CalendarDate
    hasLetter: boolean
  },
  letter: { kind: string; inspectedFrom: CalendarDate; inspectedTo: CalendarDate },
): Decision =>
  all(
    visit.hasLetter ? no('This visit has its letter already.') : yes,
    visit.kind !== 're-inspection' && letter.kind !== visit.kind
      ? no(
          `This is not the letter of a ${visitKindTitles[visit.kind].toLowerCase()}. Correct the kind of inspection, or set the report aside.`,
        )
      : yes,
    letter.inspectedFrom > visit.inspectedTo
      ? yes
      : no(
          `The letter speaks of a visit before the inspection ended on ${longDate(visit.inspectedTo)}. Correct its days.`,
        ),
    visit.heldFrom &&
      visit.heldTo &&
      (letter.inspectedTo < visit.heldFrom || letter.inspectedFrom > visit.heldTo)
      ? no(
          `The visit was held ${daysHeld(visit.heldFrom, visit.heldTo)}, and the letter speaks of other days. Correct its days.`,
        )
      : yes,
  )

const daysHeld = (from: CalendarDate, to: CalendarDate): string =>
  from === to ? `on ${longDate(from)}` : `from ${longDate(from)} to ${longDate(to)}`

/** "15 days left, 11 of them working days"; "any day now"; "the window has passed". */
export function daysLeftInWords(
  { expectedFrom, expectedTo }: Pick<VisitDays, 'expectedFrom' | 'expectedTo'>,
  today: CalendarDate,
): string {
  if (expectedTo < today) return 'the window has passed'
  if (expectedFrom < today) return 'any day now'
  if (expectedFrom === today) return 'today'
  const left = `${counted(daysBetween(today, expectedFrom), 'day')} left`
  const working = workingDaysBetween(today, expectedFrom)
  if (working.beyondKnownHolidays) return left
  return `${left}, ${working.days === 0 ? 'none' : working.days} of them ${working.days === 1 ? 'a working day' : 'working days'}`
}

/** The last visit that was over before a day, if any. */
export const visitBefore = <Visit extends VisitDays>(
  visits: readonly Visit[],
  day: CalendarDate,
): Visit | undefined =>
  visits
    .filter((visit) => visit.heldTo !== null && visit.heldTo < day)
    .sort((a, b) => compareDates(a.heldTo!, b.heldTo!))
    .at(-1)

/** The visits that were held, by their last days, the earliest first. */
export const heldVisits = <Visit extends VisitDays & { id: number; kind: VisitKind }>(
  visits: readonly Visit[],
): { id: number; title: string; on: CalendarDate }[] =>
  visits
    .flatMap((visit) =>
      visit.heldTo ? [{ id: visit.id, title: visitTitle(visit), on: visit.heldTo }] : [],
    )
    .sort((a, b) => compareDates(a.on, b.on))

/** The next visit that is still to be held; one whose window has passed comes no more. */
export const visitAhead = <Visit extends VisitDays>(
  visits: readonly Visit[],
  today: CalendarDate,
): Visit | undefined =>
  visits
    .filter((visit) => visit.heldTo === null && visit.expectedTo >= today)
    .sort((a, b) => compareDates(a.expectedFrom, b.expectedFrom))[0]

/** "Monitoring visit of 12 September 2026"; "Monitoring visit expected 8 December 2026". */
export const visitTitle = ({ kind, heldFrom, expectedFrom }: VisitDays & { kind: VisitKind }) =>
  heldFrom
    ? `${visitKindTitles[kind]} of ${longDate(heldFrom)}`
    : `${visitKindTitles[kind]} expected ${longDate(expectedFrom)}`
