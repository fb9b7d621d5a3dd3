import type { Db } from '~/db/db.server'
import { keepBlobCheck, lastBlobCheck, leastRecentlyChecked } from '~/db/tables/blob-checks.server'
import { isStoreCheckDue } from '~/domain/evidence/store-check'
import { rehashBlob } from '~/storage/storage.server'

/** As much as is read back in one night: at 100 MB a second a few minutes. */
const aNight = { count: 2_000, bytes: 20 * 1024 ** 3 }

/**
 * Reads back a part of the store, what was read longest ago first, and hashes it: bytes that changed or
 * are not there raise an alarm. Where the store is away that is thrown, and says nothing of any blob.
 */
export async function checkStore({
  db,
  now,
  most = aNight,
}: {
  db: Db
  now: Date
  most?: typeof aNight
}): Promise<{ checked: number; troubled: string[] }> {
  const troubled: string[] = []
  const due = await leastRecentlyChecked(db, most)
  for (const { sha256: blobSha256 } of due) {
    const found = await rehashBlob(blobSha256)
    const trouble = found === 'as-it-was' ? null : found
    const isNeeded = await keepBlobCheck(db, { blobSha256, checkedAt: now, trouble })
    if (trouble && isNeeded) troubled.push(`${blobSha256} ${trouble}`)
  }
  return { checked: due.length, troubled }
}

/** As checkStore, where it is time for it; `hour` of the day in England. */
export async function checkStoreWhenDue(asked: {
  db: Db
  now: Date
  hour: number
}): Promise<{ troubled: string[] }> {
  const lastCheckedAt = await lastBlobCheck(asked.db)
  return isStoreCheckDue({ ...asked, lastCheckedAt }) ? checkStore(asked) : { troubled: [] }
}
