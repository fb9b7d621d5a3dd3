import type { Tx } from '~/db/db.server'
import { insertBlob } from '~/db/tables/blobs.server'
import { insertHeldText } from '~/db/tables/evidence-file-held-texts.server'
import { holdFile } from '~/db/tables/evidence-file-holds.server'
import { recordFileSearch } from '~/db/tables/evidence-file-searches.server'
import { insertEvidenceFileText } from '~/db/tables/evidence-file-texts.server'
import { insertEvidenceFile } from '~/db/tables/evidence-files.server'
import type { HeldReason } from '~/domain/evidence/held-file'
import type { SearchedFile } from './search-evidence-file.server'

export type StoredFile = Omit<SearchedFile, 'path'>

/**
 * Keeps a file that is in the store already and was searched. Where something holds it, its words go
 * where nobody finds them until it is released.
 */
export async function keepEvidenceFile(
  tx: Tx,
  {
    evidenceId,
    file,
    now,
    replacesId,
  }: { evidenceId: number; file: StoredFile; now: Date; replacesId?: number },
): Promise<{ fileId: number; held: HeldReason | undefined }> {
  const { sha256, bytes, mediaType, originalName: name, takenOut, text, hold } = file
  await insertBlob(tx, { sha256, bytes, mediaType, storedAt: now })
  const fileId = await insertEvidenceFile(tx, {
    ...{ evidenceId, blobSha256: sha256, name, mediaType, addedAt: now },
    ...{ takenOut, replacesId },
  })
  await recordFileSearch(tx, { fileId, searchedAt: now })
  if (hold) await holdFile(tx, { fileId, hold, heldAt: now })
  if (text) {
    const read = { fileId, text, readAt: now }
    await (hold ? insertHeldText(tx, read) : insertEvidenceFileText(tx, read))
  }
  return { fileId, held: hold?.reason }
}
