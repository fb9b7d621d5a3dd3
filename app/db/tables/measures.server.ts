import type { Insertable, Updateable } from 'kysely'
import type { Tx } from '../db.server'
import type { DB } from '../schema'

export async function insertMeasure(tx: Tx, measure: Insertable<DB['measures']>): Promise<number> {
  const { id } = await tx
    .insertInto('measures')
    .values(measure)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function updateMeasure(
  tx: Tx,
  id: number,
  measure: Updateable<DB['measures']>,
): Promise<void> {
  await tx.updateTable('measures').set(measure).where('id', '=', id).execute()
}

/** Makes somebody answer for a measure, and counts that as a change of it. */
export async function giveMeasure(tx: Tx, id: number, ownerId: number): Promise<void> {
  await tx
    .updateTable('measures')
    .set((eb) => ({ ownerId, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** In the order of their ids, so that two who lock several wait for one another and for nobody else. */
export async function lockMeasures(tx: Tx, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return
  await tx
    .selectFrom('measures')
    .where('id', 'in', [...ids])
    .orderBy('id')
    .select('id')
    .forUpdate()
    .execute()
}
