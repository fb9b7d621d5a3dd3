import type { Tx } from '../db.server'

/** Keeps what could be read in a file; it is found by whoever may see the evidence, and nobody else. */
export async function insertEvidenceFileText(
  tx: Tx,
  read: { fileId: number; text: string; readAt: Date },
): Promise<void> {
  await tx.insertInto('evidenceFileTexts').values(read).execute()
}

/** Its words are no longer found. */
export async function removeEvidenceFileText(tx: Tx, fileId: number): Promise<void> {
  await tx.deleteFrom('evidenceFileTexts').where('fileId', '=', fileId).execute()
}

/** Puts what could be read in a file in place of what was read before; the same words are left alone. */
export async function replaceEvidenceFileText(
  tx: Tx,
  read: { fileId: number; text: string; readAt: Date },
): Promise<void> {
  const before = await tx
    .selectFrom('evidenceFileTexts')
    .where('fileId', '=', read.fileId)
    .select('text')
    .executeTakeFirst()
  if (before?.text === read.text) return
  if (before) await removeEvidenceFileText(tx, read.fileId)
  await insertEvidenceFileText(tx, read)
}
