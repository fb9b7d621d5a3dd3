import type { Tx } from '../db.server'

export async function insertKeyLine(
  tx: Tx,
  line: { visitId: number; addedById: number; addedAt: Date },
): Promise<number> {
  const { id } = await tx
    .insertInto('keyLines')
    .values(line)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Makes everybody else who writes this key line wait. Lock, then read. */
export async function lockKeyLine(tx: Tx, id: number): Promise<void> {
  await tx.selectFrom('keyLines').where('id', '=', id).select('id').forUpdate().execute()
}
