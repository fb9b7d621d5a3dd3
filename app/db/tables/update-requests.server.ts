import type { Insertable } from 'kysely'
import type { Tx } from '../db.server'
import type { DB } from '../schema'

export async function insertUpdateRequests(
  tx: Tx,
  requests: readonly Insertable<DB['updateRequests']>[],
): Promise<void> {
  await tx
    .insertInto('updateRequests')
    .values([...requests])
    .execute()
}
