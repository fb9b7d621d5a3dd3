import type { Tx } from '../db.server'

/** Keeps what could be read in a held file until it is released or destroyed; nobody finds it here. */
export async function insertHeldText(
  tx: Tx,
  read: { fileId: number; text: string; readAt: Date },
): Promise<void> {
  await tx.insertInto('evidenceFileHeldTexts').values(read).execute()
}

/** Takes it away again and says what it was. */
export async function takeHeldText(
  tx: Tx,
  fileId: number,
): Promise<{ text: string; readAt: Date } | undefined> {
  return tx
    .deleteFrom('evidenceFileHeldTexts')
    .where('fileId', '=', fileId)
    .returning(['text', 'readAt'])
    .executeTakeFirst()
}
