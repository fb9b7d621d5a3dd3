import type { Insertable } from 'kysely'
import type { Tx } from '../db.server'
import type { DB } from '../schema'

/** Cites a finding in an action; false where the action cites it already. */
export async function insertActionFinding(
  tx: Tx,
  citation: Insertable<DB['actionFindings']>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('actionFindings')
    .values(citation)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Takes a citation out; false where the action does not cite the finding. */
export async function removeActionFinding(
  tx: Tx,
  actionId: number,
  findingId: number,
): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('actionFindings')
    .where('actionId', '=', actionId)
    .where('findingId', '=', findingId)
    .executeTakeFirstOrThrow()
  return numDeletedRows === 1n
}
