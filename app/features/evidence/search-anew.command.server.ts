import { type Db, inTransaction, type Tx } from '~/db/db.server'
import { forgetBlob, insertBlob, lockBlobs, whereNothingRestsOn } from '~/db/tables/blobs.server'
import { insertHeldText } from '~/db/tables/evidence-file-held-texts.server'
import { holdFile, statedOf } from '~/db/tables/evidence-file-holds.server'
import { type FileToSearch, recordFileSearch } from '~/db/tables/evidence-file-searches.server'
import {
  removeEvidenceFileText,
  replaceEvidenceFileText,
} from '~/db/tables/evidence-file-texts.server'
import { mendFileName, replaceBytesOfFile } from '~/db/tables/evidence-files.server'
import { lockEvidence, mendEvidenceTitle, titlesOfEvidence } from '~/db/tables/evidence.server'
import { recordEvent } from '~/db/tables/events.server'
import { nameWithoutIdentifiers } from '~/domain/evidence/identifiers-in-file'
import { takenOutKinds } from '~/domain/evidence/taken-out'
import { fetchBlob, removeBlob } from '~/storage/storage.server'
import { titleOf } from './add-evidence.command.server'
import {
  type LookedFor,
  searchEvidenceFile,
  type SearchedFile,
} from './search-evidence-file.server'

export type SearchedAnew = 'clean' | 'held' | 'gone' | 'missing'

/**
 * Searches a file that was added before by what is looked for today. What is found holds it, as it would
 * have when it came, and stands in the work of who added it; a photo loses what it says of itself, and a
 * name what looks like an identifier, with the title that was made of it. Twice does nothing more than once.
 */
export async function searchFileAnew(
  { db, now }: { db: Db; now: Date },
  given: FileToSearch,
  looksFor: LookedFor,
): Promise<SearchedAnew> {
  const { fileId, sha256 } = given
  const path = await fetchBlob(sha256)
  if (path === undefined) {
    // The check of the store tells of it; here it goes to the end of those that wait.
    await inTransaction({ db, now }, (tx) => recordFileSearch(tx, { fileId, searchedAt: now }))
    return 'missing'
  }
  const stated = await statedOf(db, fileId)
  const file = await searchEvidenceFile(db, { ...given, path }, looksFor, stated)
  const kept = await keepWhatWasFound({ db, now }, given, file, looksFor)
  if (kept !== 'gone' && file.sha256 !== sha256) {
    await whereNothingRestsOn(db, sha256, () => removeBlob(sha256))
  }
  return kept
}

async function keepWhatWasFound(
  { db, now }: { db: Db; now: Date },
  { evidenceId, fileId, sha256: before, originalName }: FileToSearch,
  { sha256, bytes, mediaType, text, hold, takenOut = [], searchedBy, ...file }: SearchedFile,
  looksFor: LookedFor,
): Promise<Exclude<SearchedAnew, 'missing'>> {
  const kept = await inTransaction({ db, now }, async (tx) => {
    await lockEvidence(tx, evidenceId)
    await lockBlobs(tx, [before, sha256])
    const present = await tx
      .selectFrom('evidenceFiles as f')
      .leftJoin('evidenceFileHolds as h', (join) =>
        join.onRef('h.fileId', '=', 'f.id').on('h.endedAt', 'is', null),
      )
      .where('f.id', '=', fileId)
      .select(['f.blobSha256', 'f.takenOut', 'h.id as holdId'])
      .executeTakeFirst()
    // Destroyed, or held, since it was chosen: there is nothing to say of it now.
    if (present?.blobSha256 !== before || present.holdId !== null) return 'gone'

    if (file.originalName !== originalName) await mendFileName(tx, fileId, file.originalName)
    await mendTitlesMadeOf(tx, { evidenceId, name: file.originalName }, looksFor)
    if (sha256 !== before) {
      await insertBlob(tx, { sha256, bytes, mediaType, storedAt: now })
      const all = takenOutKinds.filter(
        (one) => takenOut.includes(one) || present.takenOut.includes(one),
      )
      await replaceBytesOfFile(tx, fileId, { blobSha256: sha256, takenOut: all })
      await forgetBlob(tx, before)
    }
    await recordFileSearch(tx, { fileId, searchedAt: now, searchedBy })
    if (!hold) {
      if (text) await replaceEvidenceFileText(tx, { fileId, text, readAt: now })
      return 'clean'
    }
    await holdFile(tx, { fileId, hold, heldAt: now })
    await removeEvidenceFileText(tx, fileId)
    if (text) await insertHeldText(tx, { fileId, text, readAt: now })
    await recordEvent(tx, {
      what: 'evidence.file-held',
      subject: { kind: 'evidence', id: evidenceId },
      actorId: undefined,
      happenedAt: now,
      after: { fileId, held: hold.reason },
    })
    return 'held'
  })
  // Somebody held it at this very moment: their word stands.
  return typeof kept === 'string' ? kept : 'gone'
}

/**
 * A title that nobody typed was made of the file's name: it loses the same. Told by what is left of both,
 * so that it is found also where the name lost its number earlier.
 */
async function mendTitlesMadeOf(
  tx: Tx,
  { evidenceId, name }: { evidenceId: number; name: string },
  looksFor: LookedFor,
): Promise<void> {
  const without = nameWithoutIdentifiers(titleOf(name, ''), looksFor).name
  for (const was of await titlesOfEvidence(tx, evidenceId)) {
    if (was !== without && nameWithoutIdentifiers(was, looksFor).name === without) {
      await mendEvidenceTitle(tx, evidenceId, { was, without })
    }
  }
}
