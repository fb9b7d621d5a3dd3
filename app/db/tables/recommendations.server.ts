import type { Insertable } from 'kysely'
import type { Tx } from '../db.server'
import type { DB } from '../schema'

/** Writes the recommendations of one inspection; their words are never rewritten afterwards. */
export async function insertRecommendations(
  tx: Tx,
  recommendations: readonly Insertable<DB['recommendations']>[],
): Promise<void> {
  if (recommendations.length === 0) return
  await tx.insertInto('recommendations').values(recommendations).execute()
}

/** Makes everybody else who decides about this recommendation wait; says whether it is there. */
export async function lockRecommendation(tx: Tx, id: number): Promise<boolean> {
  const row = await tx
    .selectFrom('recommendations')
    .where('id', '=', id)
    .select('id')
    .forUpdate()
    .executeTakeFirst()
  return row !== undefined
}
