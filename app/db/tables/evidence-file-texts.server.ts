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
