import type { Insertable } from 'kysely'
import type { Tx } from '../db.server'
import type { DB } from '../schema'

// Postgres takes 65,535 values in one statement.
const atOnce = 4000

export async function insertMeasurePoints(
  tx: Tx,
  points: readonly Insertable<DB['measurePoints']>[],
): Promise<void> {
  for (let at = 0; at < points.length; at += atOnce) {
    await tx
      .insertInto('measurePoints')
      .values(points.slice(at, at + atOnce))
      .execute()
  }
}
