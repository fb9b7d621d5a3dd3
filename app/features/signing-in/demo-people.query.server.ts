import type { Db } from '~/db/db.server'
import { type Role, roleTitles } from '~/domain/access/permissions'
import { settings } from '~/settings.server'
import type { SignInView } from './sign-in.page'

/** In the demonstration only: whom one can sign in as, one for each role, and with what. */
export async function demoPeople(db: Db): Promise<Pick<SignInView, 'people' | 'password'>> {
  const { DEMO, DEMO_PASSWORD } = settings()
  if (DEMO !== 'true' || !DEMO_PASSWORD) return { people: [], password: undefined }
  const people = await db
    .selectFrom('people as p')
    .innerJoin('personRoles as r', 'r.personId', 'p.id')
    .innerJoin('passwords as w', 'w.personId', 'p.id')
    .where('p.suspendedAt', 'is', null)
    .groupBy('p.id')
    .orderBy('p.id')
    .limit(8)
    .select(['p.name', 'p.email', 'p.jobTitle'])
    .select(({ fn }) => fn.agg<Role[]>('array_agg', ['r.role']).as('roles'))
    .execute()
  return {
    people: people.map((person) => ({
      ...person,
      roles: person.roles.map((role) => roleTitles[role]).join(', '),
    })),
    password: DEMO_PASSWORD,
  }
}
