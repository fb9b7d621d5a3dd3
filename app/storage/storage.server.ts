/**
 * The bytes of files, named by what they are: a blob is kept under the SHA-256 of its content, so
 * the same file brought twice is kept once, and what lies there can be checked at any time. The row
 * that speaks of a blob is written after the blob is in place; what no row speaks of is removed
 * after a day.
 */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { settings, type Settings } from '~/settings.server'
import { type BlobStore, type BroughtOver, type ByteRange, StoreAway } from './blob-store'
import { diskStore } from './disk-store.server'
import {
  type ReceivedFile,
  receiveUploadInto,
  type Upload,
  type UploadLimits,
} from './receive-upload.server'
import { s3Store } from './s3-store.server'

export { StoreAway } from './blob-store'
export type { ByteRange } from './blob-store'
export type { ReceivedFile, Upload } from './receive-upload.server'

let known: BlobStore | undefined
const store = (): BlobStore => (known ??= storeOf(settings()))

function storeOf(set: Settings): BlobStore {
  if (set.S3_BUCKET === undefined) return diskStore(set.STORAGE_DIR)
  const { S3_ACCESS_KEY_ID: id, S3_SECRET_ACCESS_KEY: secret } = set
  return s3Store(set.STORAGE_DIR, {
    bucket: set.S3_BUCKET,
    endpoint: set.S3_ENDPOINT,
    region: set.S3_REGION,
    keys: id !== undefined && secret !== undefined ? { id, secret } : undefined,
  })
}

/** Reads a posted form with at most one file; see receiveUploadInto. */
export const receiveUpload = (request: Request, limits: UploadLimits): Promise<Upload> =>
  receiveUploadInto(store(), request, limits)

/**
 * The bytes of a blob, or of a range of them; undefined where they are not there. The stream must be
 * read to its end or destroyed.
 */
export const openBlob = (sha256: string, range?: ByteRange): Promise<Readable | undefined> =>
  store().open(sha256, range)

export const blobExists = (sha256: string): Promise<boolean> => store().exists(sha256)

/**
 * Keeps what `write` makes, and says what it is and where; undefined where it makes nothing. `write` sees to
 * it that what it wrote is on the disk.
 */
export async function keepWritten(
  write: (part: string) => Promise<boolean>,
): Promise<Pick<ReceivedFile, 'sha256' | 'bytes' | 'path'> | undefined> {
  const part = await store().newPart()
  try {
    if (!(await write(part))) {
      await store().discard(part)
      return undefined
    }
    const hash = createHash('sha256')
    let bytes = 0
    for await (const chunk of createReadStream(part)) {
      hash.update(chunk as Buffer)
      bytes += (chunk as Buffer).length
    }
    const sha256 = hash.digest('hex')
    return { sha256, bytes, path: await store().keep(part, sha256) }
  } catch (error) {
    await store().discard(part)
    throw error
  }
}

/**
 * Removes the bytes of a file that was destroyed; no row speaks of them any more. A store that does not
 * answer now keeps them, unreachable, until the nightly sweep.
 */
export async function removeBlob(sha256: string): Promise<void> {
  try {
    await store().remove(sha256)
  } catch (error) {
    if (!(error instanceof StoreAway)) throw error
  }
}

/** Removes what was left behind before `olderThan` and is not among those that `areKept` names. */
export const removeOrphans: BlobStore['removeOrphans'] = (olderThan, areKept) =>
  store().removeOrphans(olderThan, areKept)

/** Takes to the store what could not go there when it came; see BlobStore. */
export const bringOver = (olderThan: Date): Promise<BroughtOver> => store().bringOver(olderThan)
