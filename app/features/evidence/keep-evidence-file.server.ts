import type { Tx } from '~/db/db.server'
import { insertBlob, lockBlobs } from '~/db/tables/blobs.server'
import { insertHeldText } from '~/db/tables/evidence-file-held-texts.server'
import { holdFile } from '~/db/tables/evidence-file-holds.server'
import { recordFileSearch } from '~/db/tables/evidence-file-searches.server'
import { insertEvidenceFileText } from '~/db/tables/evidence-file-texts.server'
import { insertEvidenceFile } from '~/db/tables/evidence-files.server'
import { isKnownInfected } from '~/db/tables/virus-checks.server'
import { no, type Refusal } from '~/domain/decision'
import type { Hold, HeldReason } from '~/domain/evidence/held-file'
import { blobExists } from '~/storage/storage.server'
import type { SearchedFile } from './search-evidence-file.server'

/** `path` where it came into the store in this request, while others may let go of the same bytes */
export type StoredFile = Omit<SearchedFile, 'path'> & { path?: string }

/**
 * Why files cannot be kept: somebody destroyed the same bytes after these had come, and before this
 * transaction. Until it ends nobody can any more.
 */
export async function whyNotKept(
  tx: Tx,
  files: readonly StoredFile[],
): Promise<Refusal | undefined> {
  await lockBlobs(
    tx,
    files.map(({ sha256 }) => sha256),
  )
  for (const { path, sha256, originalName } of files) {
    if (path === undefined || (await blobExists(sha256))) continue
    return no(
      `Somebody destroyed a file of the same content as “${originalName}” at this moment. Choose it again if it is to be kept.`,
    )
  }
  return undefined
}

/**
 * Keeps a file that is in the store already and was searched. Where something holds it, its words go
 * where nobody finds them until it is released. A virus that was found in the same bytes since it came
 * holds it before anything else: whoever found that saw no evidence with it yet (holdInfected).
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
  const { sha256, bytes, mediaType, originalName: name, takenOut, text } = file
  await insertBlob(tx, { sha256, bytes, mediaType, storedAt: now })
  const isInfected = await isKnownInfected(tx, sha256)
  const hold: Hold | undefined = isInfected ? { reason: 'infected' } : file.hold
  const fileId = await insertEvidenceFile(tx, {
    ...{ evidenceId, blobSha256: sha256, name, mediaType, addedAt: now },
    ...{ takenOut, replacesId },
  })
  await recordFileSearch(tx, { fileId, searchedAt: now, searchedBy: file.searchedBy })
  if (hold) await holdFile(tx, { fileId, hold, heldAt: now })
  if (text) {
    const read = { fileId, text, readAt: now }
    await (hold ? insertHeldText(tx, read) : insertEvidenceFileText(tx, read))
  }
  return { fileId, held: hold?.reason }
}
