import type { Tx } from '../db.server'

export async function insertEvidenceFile(
  tx: Tx,
  file: {
    evidenceId: number
    blobSha256: string
    name: string
    mediaType: string
    addedAt: Date
  },
): Promise<number> {
  const { id } = await tx
    .insertInto('evidenceFiles')
    .values(file)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
