import type { Insertable } from 'kysely'
import type { Tx } from '../db.server'
import type { DB } from '../schema'

export async function insertSavedView(tx: Tx, view: Insertable<DB['savedViews']>): Promise<number> {
  const { id } = await tx
    .insertInto('savedViews')
    .values(view)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function deleteSavedView(tx: Tx, id: number): Promise<void> {
  await tx.deleteFrom('savedViews').where('id', '=', id).execute()
}
