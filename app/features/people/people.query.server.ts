import { sql } from 'kysely'
import type { Context } from '~/auth/context.server'
import { type Role, roleTitles, roles as allRoles } from '~/domain/access/permissions'
import { calendarDateIn, type CalendarDate } from '~/domain/time/calendar-date'
import { type ProposalView, proposalsView } from './answer-proposal.query.server'

export interface PeopleView {
  today: CalendarDate
  people: PersonInList[]
  suspended: number
  neverSeen: number
  proposals: ProposalView[]
}

export interface PersonInList {
  id: number
  name: string
  email: string
  jobTitle: string
  team: string | undefined
  roles: string
  access: Access
}

/** How somebody stands at the door; seen is when they last signed in or did anything. */
export type Access =
  | { kind: 'suspended'; on: CalendarDate }
  | { kind: 'seen'; on: CalendarDate }
  | { kind: 'never-seen' }
  | { kind: 'invited'; until: CalendarDate }
  | { kind: 'invitation-expired' }

const day = (instant: Date): CalendarDate => calendarDateIn(instant, 'Europe/London')

export const roleNames = (roles: readonly Role[] | null): string =>
  allRoles
    .filter((role) => roles?.includes(role))
    .map((role) => roleTitles[role])
    .join(', ')

export async function peopleView(context: Context): Promise<PeopleView> {
  const rows = await peopleAtTheDoor(context)
    .leftJoin('teams as t', 't.id', 'p.teamId')
    .select(['p.id', 'p.name', 'p.email', 'p.jobTitle', 't.name as team'])
    .select((eb) =>
      eb
        .selectFrom('personRoles as r')
        .whereRef('r.personId', '=', 'p.id')
        .select(({ fn }) => fn.agg<Role[]>('array_agg', ['r.role']).as('roles'))
        .as('roles'),
    )
    .orderBy(sql`p.name collate "en-GB-x-icu"`)
    .execute()
  const people = rows.map((row) => ({
    id: row.id,
    name: row.name,
    email: row.email,
    jobTitle: row.jobTitle,
    team: row.team ?? undefined,
    roles: roleNames(row.roles),
    access: accessOf(row, context.now),
  }))
  return {
    today: context.today,
    people,
    proposals: await proposalsView(context),
    suspended: people.filter(({ access }) => access.kind === 'suspended').length,
    neverSeen: people.filter(({ access }) => access.kind !== 'suspended' && access.kind !== 'seen')
      .length,
  }
}

/** People with what `accessOf` needs to know. */
export const peopleAtTheDoor = ({ db }: Pick<Context, 'db'>) =>
  db
    .selectFrom('people as p')
    .leftJoin('passwords as w', 'w.personId', 'p.id')
    .select(['p.suspendedAt', 'w.setAt as passwordSetAt'])
    .select((eb) => [
      eb
        .selectFrom('events as e')
        .whereRef('e.actorId', '=', 'p.id')
        .select(({ fn }) => fn.max('e.happenedAt').as('at'))
        .as('lastSeenAt'),
      eb
        .selectFrom('invitations as i')
        .whereRef('i.personId', '=', 'p.id')
        .where('i.acceptedAt', 'is', null)
        .select(({ fn }) => fn.max('i.expiresAt').as('at'))
        .as('invitedUntil'),
    ])

export function accessOf(
  person: {
    suspendedAt: Date | null
    passwordSetAt: Date | null
    lastSeenAt: Date | null
    invitedUntil: Date | null
  },
  now: Date,
): Access {
  if (person.suspendedAt) return { kind: 'suspended', on: day(person.suspendedAt) }
  if (person.lastSeenAt) return { kind: 'seen', on: day(person.lastSeenAt) }
  if (person.passwordSetAt) return { kind: 'never-seen' }
  if (person.invitedUntil && person.invitedUntil > now) {
    return { kind: 'invited', until: day(person.invitedUntil) }
  }
  return { kind: 'invitation-expired' }
}
