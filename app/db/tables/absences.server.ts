import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { AbsenceFacts, EndFacts } from '~/domain/people/absence'
import type { Role } from '~/domain/access/permissions'
import type { CalendarDate } from '~/domain/time/calendar-date'
import type { Db, Tx } from '../db.server'

export async function insertAbsence(
  tx: Tx,
  absence: {
    personId: number
    deputyId: number
    awayFrom: CalendarDate
    awayTo: CalendarDate
    note: string
    setById: number
    setAt: Date
  },
): Promise<number> {
  const { id } = await tx
    .insertInto('absences')
    .values(absence)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function endAbsence(
  tx: Tx,
  { id, ...end }: { id: number; backOn: CalendarDate; backSaidById: number; backSaidAt: Date },
): Promise<void> {
  await tx.updateTable('absences').set(end).where('id', '=', id).execute()
}

/** Makes everybody else who ends this absence wait; undefined where there is none. Lock, then read. */
export async function lockAbsence(tx: Tx, id: number): Promise<EndFacts | undefined> {
  const row = await tx
    .selectFrom('absences')
    .where('id', '=', id)
    .select(['personId', 'awayFrom', 'awayTo', 'backOn'])
    .forUpdate()
    .executeTakeFirst()
  return row as EndFacts | undefined
}

/** What the rules of app/domain/people/absence.ts ask about somebody; undefined where there is none. */
export async function absenceFacts(
  db: Db,
  personId: number,
  today: CalendarDate,
): Promise<AbsenceFacts | undefined> {
  const row = await db
    .selectFrom('people as p')
    .where('p.id', '=', personId)
    .select(['p.id as personId', 'p.name', 'p.suspendedAt'])
    .select((eb) => [
      jsonArrayFrom(
        eb.selectFrom('personRoles as r').whereRef('r.personId', '=', 'p.id').select('r.role'),
      ).as('roles'),
      jsonArrayFrom(
        eb
          .selectFrom('absences as a')
          .whereRef('a.personId', '=', 'p.id')
          .where('a.awayTo', '>=', today)
          // somebody who came back early was away until the day before; who never went, not at all
          .where(
            sql<boolean>`a.back_on is null or a.back_on > greatest(a.away_from, ${today}::date)`,
          )
          .orderBy('a.awayFrom')
          .select(['a.awayFrom', sql<string>`coalesce(a.back_on - 1, a.away_to)`.as('awayTo')]),
      ).as('away'),
    ])
    .executeTakeFirst()
  return (
    row && {
      personId: row.personId,
      name: row.name,
      isSuspended: row.suspendedAt !== null,
      roles: row.roles.map(({ role }) => role as Role),
      away: row.away as AbsenceFacts['away'],
    }
  )
}

/** Somebody who is away today, and whoever stands in. */
export interface AwayToday {
  personId: number
  name: string
  roles: Role[]
  deputyId: number
  deputyName: string
  awayTo: CalendarDate
}

/** Everybody who is away today and has not left, each with the deputy. */
export async function awayToday(db: Db, today: CalendarDate): Promise<AwayToday[]> {
  const rows = await db
    .selectFrom('absences as a')
    .innerJoin('people as p', 'p.id', 'a.personId')
    .innerJoin('people as d', 'd.id', 'a.deputyId')
    .where('a.awayFrom', '<=', today)
    .where('a.awayTo', '>=', today)
    .where((eb) => eb.or([eb('a.backOn', 'is', null), eb('a.backOn', '>', today)]))
    .where('p.suspendedAt', 'is', null)
    .where('d.suspendedAt', 'is', null)
    .orderBy('p.name')
    .select(['p.id as personId', 'p.name', 'd.id as deputyId', 'd.name as deputyName', 'a.awayTo'])
    .select((eb) =>
      jsonArrayFrom(
        eb.selectFrom('personRoles as r').whereRef('r.personId', '=', 'p.id').select('r.role'),
      ).as('roles'),
    )
    .execute()
  return rows.map(({ roles, awayTo, ...row }) => ({
    ...row,
    awayTo: awayTo as CalendarDate,
    roles: roles.map(({ role }) => role as Role),
  }))
}
