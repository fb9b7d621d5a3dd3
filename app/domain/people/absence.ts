/**
 * Whoever is away names a deputy for that time; a manager or an administrator can do it for them.
 * What is asked of the one is then shown to the other too. No right and no ownership passes.
 *
 * Source: issue 3, "Ownership"; decision 0015. In SQL: absences_run_forwards,
 * absences_have_somebody_else_as_deputy, absences_of_one_person_do_not_overlap,
 * absences_end_within_their_days.
 */
import { type Actor, may, type Role, rolesFor } from '../access/permissions'
import { all, type Decision, no, yes } from '../decision'
import { type CalendarDate, longDate } from '../time/calendar-date'

/** First and last day away, both included. */
export interface DaysAway {
  awayFrom: CalendarDate
  awayTo: CalendarDate
}

/** Somebody who would be away, or would stand in. */
export interface AbsenceFacts {
  personId: number
  name: string
  roles: readonly Role[]
  isSuspended: boolean
  /** absences of theirs that are not over, each to the last day that counts */
  away: readonly DaysAway[]
}

const meets = (one: DaysAway, other: DaysAway): boolean =>
  one.awayFrom <= other.awayTo && other.awayFrom <= one.awayTo

const inWords = ({ awayFrom, awayTo }: DaysAway): string =>
  `from ${longDate(awayFrom)} to ${longDate(awayTo)}`

/** What is asked of a leader only a leader can do; all else, whoever gives updates and evidence. */
const canStandIn = (person: AbsenceFacts, deputy: AbsenceFacts): boolean =>
  works(person) ? works(deputy) : deputy.roles.includes('leader')

const works = ({ roles }: AbsenceFacts): boolean =>
  roles.some((role) => rolesFor['update.post'].includes(role))

const maySetFor = (actor: Actor, personId: number): Decision =>
  actor.personId === personId && may(actor, 'absence.own').allowed ? yes : may(actor, 'absence.set')

/** Whether the actor may name somebody's deputy at all. */
export const canNameDeputy = (actor: Actor, person: AbsenceFacts): Decision =>
  all(
    maySetFor(actor, person.personId),
    person.isSuspended ? no(`${person.name} has left: hand over what is theirs instead.`) : yes,
    person.roles.some((role) => rolesFor['absence.own'].includes(role))
      ? yes
      : no(`Nothing in the plan is asked of ${person.name}, so nobody needs to stand in.`),
  )

/** Whether this very deputy will do for these very days. */
export const canNameThisDeputy = (
  actor: Actor,
  person: AbsenceFacts,
  deputy: AbsenceFacts | undefined,
  days: DaysAway,
  today: CalendarDate,
): Decision => {
  const own = person.away.find((one) => meets(one, days))
  const theirs = deputy?.away.find((one) => meets(one, days))
  return all(
    canNameDeputy(actor, person),
    days.awayTo < days.awayFrom
      ? no('The last day away cannot come before the first.', 'awayTo')
      : yes,
    days.awayTo < today ? no('These days have passed.', 'awayTo') : yes,
    deputy?.personId === person.personId ? no('Somebody else must stand in.', 'deputyId') : yes,
    !deputy || deputy.isSuspended ? no('Choose somebody who is still here.', 'deputyId') : yes,
    deputy && !canStandIn(person, deputy)
      ? no(
          `${deputy.name} could not do what is asked of ${person.name}. Choose somebody else.`,
          'deputyId',
        )
      : yes,
    own ? no(`${person.name} is away ${inWords(own)} already. End that first.`) : yes,
    deputy && theirs
      ? no(`${deputy.name} is away too, ${inWords(theirs)}. Choose somebody else.`, 'deputyId')
      : yes,
  )
}

/**
 * Everybody who is away and whose work comes to this person: those she stands in for, and where one of
 * them stands in for somebody in turn, that one too.
 */
export function standsInFor<Away extends { personId: number; deputyId: number }>(
  personId: number,
  away: readonly Away[],
): Away[] {
  const found: Away[] = []
  const take = (deputyId: number) => {
    for (const one of away) {
      if (one.deputyId !== deputyId || one.personId === personId || found.includes(one)) continue
      found.push(one)
      take(one.personId)
    }
  }
  take(personId)
  return found
}

export interface EndFacts extends DaysAway {
  personId: number
  backOn: CalendarDate | null
}

/** Whether the actor may say that somebody is back, or never went. */
export const canEndAbsence = (actor: Actor, absence: EndFacts, today: CalendarDate): Decision =>
  all(
    maySetFor(actor, absence.personId),
    absence.backOn ? no(`That was said already: back on ${longDate(absence.backOn)}.`) : yes,
    absence.awayTo < today ? no(`These days were over on ${longDate(absence.awayTo)}.`) : yes,
  )

/** The first day on which somebody is back who says so today. */
export const backOn = ({ awayFrom }: DaysAway, today: CalendarDate): CalendarDate =>
  awayFrom > today ? awayFrom : today
