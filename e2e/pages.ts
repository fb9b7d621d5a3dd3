/**
 * Who sees what, and who may send what, for every address. A route that has no line here fails
 * access.spec.ts. The roles are written out rather than taken from app/domain/access/permissions.ts:
 * this table is what that one is checked against.
 */
import type pg from 'pg'
import type { Role } from '../app/domain/access/permissions'

export interface Row {
  path: string
  /** who is shown it (200); everybody else who is signed in is told 404, nobody is sent to sign in */
  sees: readonly Role[] | Public
  /** who may send its form; left out where it takes none */
  sends?: readonly Role[] | 'anybody'
}

/** An address that asks nobody to sign in first. */
export interface Public {
  nobody: number
  signedIn: number
}

const all: readonly Role[] = ['practitioner', 'manager', 'leader', 'observer', 'admin']
const admins: readonly Role[] = ['admin']
const anybody: Public = { nobody: 200, signedIn: 200 }

export const rows: readonly Row[] = [
  { path: '/*', sees: { nobody: 404, signedIn: 404 } },
  { path: '/accessibility', sees: anybody },
  { path: '/account', sees: all },
  { path: '/account/password', sees: all, sends: all },
  { path: '/admin/audit', sees: admins },
  { path: '/admin/people', sees: admins },
  { path: '/admin/people/:personId', sees: admins, sends: admins },
  { path: '/admin/people/:personId/invitation', sees: admins, sends: admins },
  { path: '/admin/people/:personId/suspension', sees: admins, sends: admins },
  { path: '/admin/people/:personId/suspension/end', sees: admins, sends: admins },
  { path: '/admin/people/new', sees: admins, sends: admins },
  { path: '/admin/teams', sees: admins, sends: admins },
  { path: '/healthz', sees: anybody },
  // a link that nobody was given
  { path: '/invitations/:token', sees: { nobody: 410, signedIn: 410 }, sends: 'anybody' },
  { path: '/login', sees: { nobody: 200, signedIn: 302 }, sends: 'anybody' },
  { path: '/logout', sees: { nobody: 302, signedIn: 302 }, sends: 'anybody' },
  { path: '/privacy', sees: anybody },
  { path: '/readyz', sees: anybody },
]

/** What stands for each part of an address that names something. */
const examples: Record<string, string> = {
  '*': "select 'no-such-page'",
  personId: "select id from people where email = 'amara.osei@westmarsh.example'",
  token: "select 'no-such-link'",
  inspectionId: 'select min(id) from inspections',
  recommendationId: 'select min(id) from recommendations',
  actionId: 'select min(id) from actions where owner_id is not null and due_on is not null',
  milestoneId: 'select min(id) from milestones where done_on is null',
  evidenceId: 'select min(id) from evidence where not restricted',
  visitId: 'select min(id) from visits where held_from is null',
  area: 'select area from recommendations order by id limit 1',
}

/** The address of a row, with something that is there in each of its places. */
export async function addressOf(database: pg.Pool, path: string): Promise<string> {
  let address = path
  for (const [part, name = ''] of path.matchAll(/:(\w+)|\*/g)) {
    const example = examples[name || '*']
    if (!example) throw new Error(`e2e/pages.ts has no example for ${part}`)
    const found = await database.query<Record<string, unknown>>(example)
    const value = Object.values(found.rows[0] ?? {})[0]
    if (value === undefined || value === null) throw new Error(`Nothing is there for ${part}`)
    address = address.replace(part, String(value))
  }
  return address
}
