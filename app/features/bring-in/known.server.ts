import type { Db } from '~/db/db.server'
import type { KnownPerson } from '~/domain/bring-in/names'
import type { KnownRecommendation } from '~/domain/bring-in/recommendation-match'

/** Everybody who may own an action, and those who have left, by name. */
export async function knownPeople(db: Db): Promise<KnownPerson[]> {
  const people = await db
    .selectFrom('people as p')
    .where('p.id', 'in', (eb) =>
      eb
        .selectFrom('personRoles')
        .where('role', 'in', ['practitioner', 'manager', 'leader'])
        .select('personId'),
    )
    .orderBy('p.name')
    .orderBy('p.id')
    .select(['p.id', 'p.name', 'p.email', 'p.suspendedAt', 'p.teamId'])
    .execute()
  return people.map(({ suspendedAt, ...person }) => ({ ...person, isHere: suspendedAt === null }))
}

/** Every recommendation of the plan, the newest inspection first. */
export const knownRecommendations = (db: Db): Promise<KnownRecommendation[]> =>
  db
    .selectFrom('recommendations as r')
    .innerJoin('inspections as i', 'i.id', 'r.inspectionId')
    .orderBy('i.inspectedTo', 'desc')
    .orderBy('i.id', 'desc')
    .orderBy('r.position')
    .select(['r.id', 'r.printedNumber', 'r.position', 'r.text', 'r.inspectionId'])
    .execute()
