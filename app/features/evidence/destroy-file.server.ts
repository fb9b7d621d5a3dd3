import type { Db, Tx } from '~/db/db.server'
import { forgetBlob, whereNothingRestsOn } from '~/db/tables/blobs.server'
import { takeHeldText } from '~/db/tables/evidence-file-held-texts.server'
import { endHold } from '~/db/tables/evidence-file-holds.server'
import { removeEvidenceFileText } from '~/db/tables/evidence-file-texts.server'
import { takeBytesFromFile } from '~/db/tables/evidence-files.server'
import { insertFileTombstone } from '~/db/tables/file-tombstones.server'
import type { Actor } from '~/domain/access/permissions'
import { removeBlob } from '~/storage/storage.server'

/**
 * Takes a file its bytes and its words and leaves a tombstone, in the transaction of who decided it.
 * Answers the bytes that nothing rests on any more: the caller gives them to `removeDestroyed` once the
 * transaction is over. Bytes that other evidence rests on too stay for that.
 */
export async function destroyFile(
  tx: Tx,
  {
    fileId,
    holdId,
    actor,
    agreedById,
    now,
    why,
  }: {
    fileId: number
    /** the hold that ends with it */
    holdId?: number
    actor: Actor
    /** where it takes two people */
    agreedById?: number
    now: Date
    why: string
  },
): Promise<{ sha256: string; bytesToRemove: string | undefined }> {
  const { sha256, bytes, mediaType } = await tx
    .selectFrom('evidenceFiles as f')
    .innerJoin('blobs as b', 'b.sha256', 'f.blobSha256')
    .where('f.id', '=', fileId)
    .select(['b.sha256', 'f.mediaType'])
    .select((eb) => eb.cast<number>('b.bytes', 'bigint').as('bytes'))
    .executeTakeFirstOrThrow()
  const destroyedById = actor.personId
  const stone = { fileId, sha256, bytes, mediaType, destroyedAt: now, destroyedById }
  await insertFileTombstone(tx, { ...stone, agreedById, why })
  await takeBytesFromFile(tx, fileId)
  await removeEvidenceFileText(tx, fileId)
  await takeHeldText(tx, fileId)
  if (holdId !== undefined) {
    await endHold(tx, { id: holdId, endedAt: now, endedById: destroyedById, outcome: 'destroyed' })
  }
  return { sha256, bytesToRemove: (await forgetBlob(tx, sha256)) ? sha256 : undefined }
}

/**
 * Removes bytes that a transaction has destroyed. Only after its commit: one that fails must find its bytes.
 * Should this not be reached, the sweep removes what no row speaks of.
 */
export async function removeDestroyed(db: Db, sha256s: readonly string[]): Promise<void> {
  for (const sha256 of sha256s) {
    await whereNothingRestsOn(db, sha256, () => removeBlob(sha256))
  }
}
