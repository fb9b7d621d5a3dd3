import type { Db } from '~/db/db.server'
import { knownBlobs } from '~/db/tables/blobs.server'
import { removeOrphans } from '~/storage/storage.server'

const dayMs = 24 * 60 * 60 * 1000

/**
 * Removes files that came more than a day ago and were refused: a command that keeps a file writes
 * its row of blobs in the same transaction, so what has no row is nobody's.
 */
export const removeOrphanFiles = ({
  db,
  now,
}: {
  db: Db
  now: Date
}): Promise<{ parts: number; blobs: number }> =>
  removeOrphans(new Date(now.getTime() - dayMs), (sha256s) => knownBlobs(db, sha256s))
