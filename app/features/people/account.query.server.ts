import type { Context } from '~/auth/context.server'
import { may } from '~/domain/access/permissions'
import { calendarDateIn, type CalendarDate } from '~/domain/time/calendar-date'
import { roleNames } from './people.query.server'

export interface AccountView {
  personId: number
  name: string
  email: string
  jobTitle: string
  team: string | undefined
  roles: string
  passwordSetOn: CalendarDate | undefined
  /** places other than this one where I am signed in */
  otherSessions: number
  /** something is asked of me, so that somebody can stand in */
  mayBeAway: boolean
}

/** @param sessionId the session that asks */
export async function accountView(
  { db, actor, now }: Context,
  sessionId: string | undefined,
): Promise<AccountView> {
  const person = await db
    .selectFrom('people as p')
    .leftJoin('teams as t', 't.id', 'p.teamId')
    .leftJoin('passwords as w', 'w.personId', 'p.id')
    .where('p.id', '=', actor.personId)
    .select(['p.jobTitle', 't.name as team', 'w.setAt'])
    .select((eb) =>
      eb
        .selectFrom('sessions as s')
        .whereRef('s.personId', '=', 'p.id')
        .where('s.expiresAt', '>', now)
        .where('s.id', '<>', sessionId ?? '')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .as('otherSessions'),
    )
    .executeTakeFirstOrThrow()
  return {
    personId: actor.personId,
    name: actor.name,
    email: actor.email,
    jobTitle: person.jobTitle,
    team: person.team ?? undefined,
    roles: roleNames(actor.roles),
    passwordSetOn: person.setAt ? calendarDateIn(person.setAt, 'Europe/London') : undefined,
    otherSessions: person.otherSessions ?? 0,
    mayBeAway: may(actor, 'absence.own').allowed,
  }
}
