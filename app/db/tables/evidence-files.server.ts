import { sql } from 'kysely'
import type { TakenOut } from '~/domain/evidence/taken-out'
import type { Tx } from '../db.server'

export async function insertEvidenceFile(
  tx: Tx,
  file: {
    evidenceId: number
    blobSha256: string
    name: string
    mediaType: string
    addedAt: Date
    takenOut?: readonly TakenOut[]
    /** the destroyed file in whose place it stands */
    replacesId?: number
  },
): Promise<number> {
  const { id } = await tx
    .insertInto('evidenceFiles')
    .values({ ...file, takenOut: [...(file.takenOut ?? [])] })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The row of the file stays, without its bytes; its tombstone comes in the same transaction. */
export async function takeBytesFromFile(tx: Tx, fileId: number): Promise<void> {
  await tx.updateTable('evidenceFiles').set({ blobSha256: null }).where('id', '=', fileId).execute()
}

/** Writes a name without what looks like an identifier over the one it came with, on past days too. */
export async function mendFileName(tx: Tx, fileId: number, name: string): Promise<void> {
  await sql`select mend_file_name(${fileId}, ${name})`.execute(tx)
}

/** What was taken out of a photo that came before photos lost their details: other bytes are kept for it. */
export async function replaceBytesOfFile(
  tx: Tx,
  fileId: number,
  { blobSha256, takenOut }: { blobSha256: string; takenOut: readonly TakenOut[] },
): Promise<void> {
  await tx
    .updateTable('evidenceFiles')
    .set({ blobSha256, takenOut: [...takenOut] })
    .where('id', '=', fileId)
    .execute()
}
