import type { Tx } from '../db.server'

/** What stays of a file of evidence that was destroyed. */
export async function insertFileTombstone(
  tx: Tx,
  tombstone: {
    fileId: number
    sha256: string
    bytes: number
    mediaType: string
    destroyedAt: Date
    destroyedById: number
    /** where it takes two people */
    agreedById?: number
    why: string
  },
): Promise<void> {
  await tx.insertInto('fileTombstones').values(tombstone).execute()
}
