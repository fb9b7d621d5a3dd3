import type { Context } from '~/auth/context.server'
import { accessFacts } from '~/db/tables/people.server'
import { canInviteAgain } from '~/domain/access/invitation'
import { type Role, roles as allRoles } from '~/domain/access/permissions'
import { canEndSuspension, canSuspend } from '~/domain/access/suspension'
import { asShown } from '~/domain/as-shown'
import type { Decision } from '~/domain/decision'
import { calendarDateIn, type CalendarDate } from '~/domain/time/calendar-date'
import type { Choice } from '~/ui/field'
import { type Access, accessOf, peopleAtTheDoor, roleNames } from './people.query.server'
import { teamChoices } from './teams.query.server'

export interface PersonView {
  id: number
  name: string
  email: string
  jobTitle: string
  teamId: number | undefined
  team: string | undefined
  roles: readonly Role[]
  roleNames: string
  since: CalendarDate
  access: Access
  today: CalendarDate
  teams: Choice[]
  /** actions that stand in their name and are not delivered */
  openActions: number
  suspend: Decision
  endSuspension: Decision
  inviteAgain: Decision
  /** what the form to change them starts from */
  asShown: string
}

/** What of a person can be changed, as the form shows it. */
export const shownOf = (person: {
  name: string
  jobTitle: string
  teamId: number | null
  roles: readonly Role[]
}) => ({
  name: person.name,
  jobTitle: person.jobTitle,
  teamId: person.teamId,
  roles: allRoles.filter((role) => person.roles.includes(role)),
})

export async function personView(
  context: Context,
  personId: number,
): Promise<PersonView | undefined> {
  const { db, actor, now, today } = context
  const [facts, person, teams] = await Promise.all([
    accessFacts(db, personId),
    peopleAtTheDoor(context)
      .leftJoin('teams as t', 't.id', 'p.teamId')
      .where('p.id', '=', personId)
      .select(['p.name', 'p.email', 'p.jobTitle', 'p.teamId', 't.name as team', 'p.createdAt'])
      .select((eb) =>
        eb
          .selectFrom('actions as a')
          .whereRef('a.ownerId', '=', 'p.id')
          .where('a.deliveredOn', 'is', null)
          .select(({ fn }) => fn.countAll<number>().as('count'))
          .as('openActions'),
      )
      .executeTakeFirst(),
    teamChoices(db),
  ])
  if (!facts || !person) return undefined
  return {
    id: personId,
    name: person.name,
    email: person.email,
    jobTitle: person.jobTitle,
    teamId: person.teamId ?? undefined,
    team: person.team ?? undefined,
    roles: facts.roles,
    roleNames: roleNames(facts.roles),
    since: calendarDateIn(person.createdAt, 'Europe/London'),
    access: accessOf(person, now),
    today,
    teams,
    openActions: person.openActions ?? 0,
    suspend: canSuspend(actor, facts),
    endSuspension: canEndSuspension(actor, facts),
    inviteAgain: canInviteAgain(actor, facts),
    asShown: asShown(shownOf({ ...person, roles: facts.roles })),
  }
}
