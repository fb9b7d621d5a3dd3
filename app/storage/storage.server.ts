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
import { askClamd, type VirusVerdict } from './clamd.server'
import { diskStore } from './disk-store.server'
import {
  type Received,
  type ReceivedFile,
  receiveUploadInto,
  type Upload,
  type UploadLimits,
} from './receive-upload.server'
import { s3Store } from './s3-store.server'
import { type KnownUploads, uploadsFolder } from './uploads-in-pieces.server'

export { StoreAway } from './blob-store'
export type { VirusVerdict } from './clamd.server'
export type { ByteRange } from './blob-store'
export type { Received, ReceivedFile, Upload } from './receive-upload.server'

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

/** Where the bytes of a blob can be read on the local disk; see BlobStore. */
export const fetchBlob = (sha256: string): Promise<string | undefined> => store().fetch(sha256)

const uploads = () => uploadsFolder(settings().STORAGE_DIR)

/** The store that a tus server of `known` uploads writes to. */
export const storeForTus = (known: KnownUploads) => uploads().forTus(known)

/** Keeps an upload that has come whole; see uploadsFolder. */
export const takeUpUpload = (upload: {
  id: string
  name: string
  bytes: number
}): Promise<Received | undefined> => uploads().takeUp(store(), upload)

export const sweepUploads = (olderThan: Date): Promise<{ removed: number; left: string[] }> =>
  uploads().sweep(olderThan)

/** How long a file the virus scanner looks through; undefined where there is no scanner. */
export function longestScanned(): number | undefined {
  const { CLAMAV_HOST, CLAMAV_MAX_MB } = settings()
  return CLAMAV_HOST === undefined ? undefined : CLAMAV_MAX_MB * 1024 * 1024
}

/**
 * What the virus scanner says of a blob; undefined where there is no scanner, or no such blob. Of one that is
 * longer than it looks through it is not asked: it would take the rest for clean.
 */
export async function scanBlob(sha256: string, bytes: number): Promise<VirusVerdict | undefined> {
  const at = settings().CLAMAV_HOST
  if (at === undefined) return undefined
  const longest = longestScanned()!
  if (bytes > longest) return { outcome: 'unknown', because: 'longer than CLAMAV_MAX_MB' }
  const stream = await openBlob(sha256)
  return stream && askClamd(at, stream, { longest })
}

/** Reads a blob back: whether it is still what it is called. */
export async function rehashBlob(sha256: string): Promise<'as-it-was' | 'changed' | 'missing'> {
  const bytes = await openBlob(sha256)
  if (!bytes) return 'missing'
  const hash = createHash('sha256')
  for await (const chunk of bytes) hash.update(chunk as Buffer)
  return hash.digest('hex') === sha256 ? 'as-it-was' : 'changed'
}
