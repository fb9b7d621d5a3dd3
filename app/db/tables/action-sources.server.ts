import type { Insertable } from 'kysely'
import type { Tx } from '../db.server'
import type { DB } from '../schema'

/** Says where actions were brought in from. */
export async function insertActionSources(
  tx: Tx,
  sources: readonly Insertable<DB['actionSources']>[],
): Promise<void> {
  await tx
    .insertInto('actionSources')
    .values([...sources])
    .execute()
}
