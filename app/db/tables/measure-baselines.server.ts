import type { Insertable } from 'kysely'
import type { Tx } from '../db.server'
import type { DB } from '../schema'

export async function insertMeasureBaseline(
  tx: Tx,
  baseline: Insertable<DB['measureBaselines']>,
): Promise<void> {
  await tx.insertInto('measureBaselines').values(baseline).execute()
}
