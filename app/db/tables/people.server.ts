import { sql } from 'kysely'
import type { KnownAddress } from '~/domain/access/proposal'
import type { AccessFacts } from '~/domain/access/suspension'
import type { Role } from '~/domain/access/permissions'
import type { Db, Tx } from '../db.server'

export interface PersonColumns {
  name: string
  email: string
  jobTitle: string
  teamId: number | null
}

export async function insertPerson(
  tx: Tx,
  person: PersonColumns & { createdAt: Date },
): Promise<number> {
  const { id } = await tx
    .insertInto('people')
    .values(person)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function updatePerson(
  tx: Tx,
  personId: number,
  columns: Partial<PersonColumns> & { suspendedAt?: Date | null },
): Promise<void> {
  await tx.updateTable('people').set(columns).where('id', '=', personId).execute()
}

/** Who is known under an address, and whether they may own an action now. */
export async function knownAddress(db: Db, email: string): Promise<KnownAddress | undefined> {
  const person = await db
    .selectFrom('people as p')
    .where('p.email', '=', email)
    .select(['p.name', 'p.suspendedAt'])
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('personRoles as r')
            .whereRef('r.personId', '=', 'p.id')
            .where('r.role', 'in', ['practitioner', 'manager', 'leader'])
            .select('r.role'),
        )
        .as('works'),
    )
    .executeTakeFirst()
  return (
    person && { name: person.name, mayOwn: Boolean(person.works) && person.suspendedAt === null }
  )
}

/** Keeps people as they are until this is done, in the order of their ids. Lock, then read. */
export async function keepPeople(tx: Tx, ids: readonly (number | null)[]): Promise<void> {
  const known = ids.filter((id) => id !== null)
  if (known.length === 0) return
  await tx
    .selectFrom('people')
    .where('id', 'in', known)
    .orderBy('id')
    .select('id')
    .forShare()
    .execute()
}

/** Makes everybody else who acts on these people wait, in the order of their ids. Lock, then read. */
export async function lockPeople(tx: Tx, ids: readonly number[]): Promise<void> {
  await tx
    .selectFrom('people')
    .where('id', 'in', [...ids])
    .orderBy('id')
    .select('id')
    .forUpdate()
    .execute()
}

/**
 * Locks a person and every administrator, so that two of these cannot shut each other out at once.
 * In the order of their ids: two who lock meet in the same order.
 */
export async function lockAccess(tx: Tx, personId: number): Promise<void> {
  await tx
    .selectFrom('people as p')
    .where((eb) =>
      eb.or([
        eb('p.id', '=', personId),
        eb.exists(
          eb
            .selectFrom('personRoles as r')
            .whereRef('r.personId', '=', 'p.id')
            .where('r.role', '=', 'admin')
            .select(sql`1`.as('one')),
        ),
      ]),
    )
    .orderBy('p.id')
    .select('p.id')
    .forUpdate()
    .execute()
}

/** What the rules of app/domain/access ask about one person; undefined where there is none. */
export async function accessFacts(db: Db, personId: number): Promise<AccessFacts | undefined> {
  const person = await db
    .selectFrom('people as p')
    .where('p.id', '=', personId)
    .select(['p.id as personId', 'p.suspendedAt'])
    .select((eb) => [
      eb
        .selectFrom('personRoles as r')
        .whereRef('r.personId', '=', 'p.id')
        .select(({ fn }) => fn.agg<Role[]>('array_agg', ['r.role']).as('roles'))
        .as('roles'),
      eb
        .selectFrom('people as o')
        .innerJoin('personRoles as q', 'q.personId', 'o.id')
        .innerJoin('passwords as w', 'w.personId', 'o.id')
        .whereRef('o.id', '<>', 'p.id')
        .where('q.role', '=', 'admin')
        .where('o.suspendedAt', 'is', null)
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .as('otherAdministrators'),
    ])
    .executeTakeFirst()
  return (
    person && {
      personId: person.personId,
      roles: person.roles ?? [],
      isSuspended: person.suspendedAt !== null,
      otherAdministrators: person.otherAdministrators ?? 0,
    }
  )
}
