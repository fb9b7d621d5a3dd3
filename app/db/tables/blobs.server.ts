import { sql } from 'kysely'
import type { Db, Tx } from '../db.server'

/**
 * Lets nobody else begin or cease to rest on these bytes until the transaction ends: who comes second sees
 * what the first has done. In one order, so that two who bring the same files never wait for each other.
 */
export async function lockBlobs(tx: Tx, sha256s: readonly string[]): Promise<void> {
  for (const sha256 of [...new Set(sha256s)].sort()) {
    await sql`select pg_advisory_xact_lock(hashtextextended(${sha256}, 0))`.execute(tx)
  }
}

/**
 * Says that these bytes are meant to be in the store; the same bytes may be meant more than once. Waits for
 * whoever destroys them at this moment.
 */
export async function insertBlob(
  tx: Tx,
  blob: { sha256: string; bytes: number; mediaType: string; storedAt: Date },
): Promise<void> {
  await lockBlobs(tx, [blob.sha256])
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
  await lockBlobs(tx, [sha256])
  const { rows } = await sql<{ gone: boolean }>`select let_go_of_blob(${sha256}) as gone`.execute(
    tx,
  )
  return rows[0]!.gone
}

/**
 * Runs `remove` if nothing in the plan rests on these bytes, and lets nobody come to rest on them meanwhile:
 * between the commit that forgot them and their removal somebody may have brought them again.
 */
export async function whereNothingRestsOn(
  db: Db,
  sha256: string,
  remove: () => Promise<void>,
): Promise<void> {
  const alone = async (tx: Tx) => {
    await lockBlobs(tx, [sha256])
    const { size: isNeeded } = await knownBlobs(tx, [sha256])
    if (!isNeeded) await remove()
  }
  await (db.isTransaction ? alone(db as Tx) : db.transaction().execute(alone))
}
