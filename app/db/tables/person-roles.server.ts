import type { Role } from '~/domain/access/permissions'
import type { Tx } from '../db.server'

/** Gives a person these roles and no others; what stays the same is not touched. */
export async function setRoles(tx: Tx, personId: number, roles: readonly Role[]): Promise<void> {
  await tx
    .deleteFrom('personRoles')
    .where('personId', '=', personId)
    .$if(roles.length > 0, (query) => query.where('role', 'not in', roles))
    .execute()
  if (roles.length === 0) return
  await tx
    .insertInto('personRoles')
    .values(roles.map((role) => ({ personId, role })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
