import type { Db, Tx } from '../db.server'

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

/** Of these, the ones that something in the plan rests on. */
export async function knownBlobs(db: Db, sha256s: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('blobs')
    .where('sha256', 'in', sha256s)
    .select('sha256')
    .execute()
  return new Set(rows.map(({ sha256 }) => sha256))
}
