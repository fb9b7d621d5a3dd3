import type { Tx } from '../db.server'
import { removeEvidenceFileText } from './evidence-file-texts.server'

/** Keeps what could be read in a held file until it is released or destroyed; nobody finds it here. */
export async function insertHeldText(
  tx: Tx,
  read: { fileId: number; text: string; readAt: Date },
): Promise<void> {
  await tx.insertInto('evidenceFileHeldTexts').values(read).execute()
}

/** Moves what was found by the words of a file to where nobody finds it, where it holds any. */
export async function holdText(tx: Tx, fileId: number): Promise<void> {
  await tx
    .insertInto('evidenceFileHeldTexts')
    .columns(['fileId', 'text', 'readAt'])
    .expression((eb) =>
      eb
        .selectFrom('evidenceFileTexts')
        .where('fileId', '=', fileId)
        .select(['fileId', 'text', 'readAt']),
    )
    .execute()
  await removeEvidenceFileText(tx, fileId)
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
