import { sql } from 'kysely'
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

/**
 * Forgets bytes that nothing rests on any more; says whether the store may let go of them, once the
 * transaction is over.
 */
export async function forgetBlob(tx: Tx, sha256: string): Promise<boolean> {
  const { rows } = await sql<{ gone: boolean }>`select let_go_of_blob(${sha256}) as gone`.execute(
    tx,
  )
  return rows[0]!.gone
}
