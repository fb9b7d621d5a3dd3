import type { Tx } from '../db.server'

/** Says that these bytes are meant to be in the store; the same bytes may be meant more than once. */
export async function insertBlob(
  tx: Tx,
  blob: { sha256: string; bytes: number; mediaType: string; storedAt: Date },
): Promise<void> {
  await tx
    .insertInto('blobs')
    .values(blob)
    .onConflict((conflict) => conflict.column('sha256').doNothing())
    .execute()
}
