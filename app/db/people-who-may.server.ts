import { sql } from 'kysely'
import { type Permission, rolesFor } from '~/domain/access/permissions'
import type { Db } from './db.server'

export interface PersonToChoose {
  id: number
  name: string
  jobTitle: string
}

/** Everybody who is here and may do this, by name; but for one person, where they are not to be chosen. */
export const peopleWhoMay = (
  db: Db,
  permission: Permission,
  { but }: { but?: number } = {},
): Promise<PersonToChoose[]> =>
  db
    .selectFrom('people as p')
    .where('p.suspendedAt', 'is', null)
    .$if(but !== undefined, (query) => query.where('p.id', '<>', but!))
    .where('p.id', 'in', (eb) =>
      eb
        .selectFrom('personRoles')
        .where('role', 'in', [...rolesFor[permission]])
        .select('personId'),
    )
    .orderBy(sql`p.name collate "en-GB-x-icu"`)
    .orderBy('p.id')
    .select(['p.id', 'p.name', 'p.jobTitle'])
    .execute()
