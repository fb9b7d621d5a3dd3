import type { Insertable } from 'kysely'
import type { Tx } from '../db.server'
import type { DB } from '../schema'

export async function insertMeasureNote(
  tx: Tx,
  note: Insertable<DB['measureNotes']>,
): Promise<void> {
  await tx.insertInto('measureNotes').values(note).execute()
}
