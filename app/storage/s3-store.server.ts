import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  type CompletedPart,
  type _Object as ObjectListed,
  PutObjectCommand,
  S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3'
import { type BlobStore, type BroughtOver, StoreAway } from './blob-store'
import { diskStore } from './disk-store.server'

export interface BucketSettings {
  bucket: string
  /** where it is not Amazon's own; buckets are then a part of the path */
  endpoint?: string | undefined
  region: string
  /** without them, those that the machine itself is given */
  keys?: { id: string; secret: string } | undefined
}

const nothing = () => undefined
const silent = { debug: nothing, info: nothing, warn: nothing, error: nothing }
const connectMs = 3_000
const silentMs = 30_000
const restMs = 30_000
/** A longer file goes in pieces, so that a line that breaks costs one of them: two gigabytes in 32. */
const longestPiece = 64 * 1024 * 1024

/**
 * Blobs in a bucket that speaks the S3 protocol, under the same names as on a disk: blobs/ab/abcd….
 * Each is put on the local disk first, which is where it is read for what it holds, and stays there
 * for a while: a bucket that is away keeps nobody from adding evidence, and one that forgets a blob
 * while it sweeps is given it again.
 */
export function s3Store(
  folder: string,
  at: BucketSettings,
  { pieceBytes = longestPiece }: { pieceBytes?: number } = {},
): BlobStore {
  const { bucket } = at
  const local = diskStore(folder)
  const bucketAt = new S3Client({
    region: at.region,
    ...(at.endpoint === undefined ? {} : { endpoint: at.endpoint, forcePathStyle: true }),
    ...(at.keys && { credentials: { accessKeyId: at.keys.id, secretAccessKey: at.keys.secret } }),
    maxAttempts: 2,
    logger: silent, // what fails is told by who asked
    requestHandler: { connectionTimeout: connectMs, socketTimeout: silentMs },
    // Ours is the SHA-256 that the blob is called by; not every bucket knows the newer sums.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
  const keyOf = (sha256: string) => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new RangeError('Not a SHA-256 in small hex letters')
    return `blobs/${sha256.slice(0, 2)}/${sha256}`
  }
  // Once it has not answered, nobody else waits for it until it has had time to come back.
  let restsUntil = 0

  const bytesIn = (sha256: string): Promise<number | undefined> =>
    asked(async () => {
      const head = await bucketAt.send(
        new HeadObjectCommand({ Bucket: bucket, Key: keyOf(sha256) }),
      )
      return head.ContentLength ?? 0
    })

  async function put(sha256: string, file: string): Promise<void> {
    const { size } = await stat(file)
    if (size > pieceBytes) await putInPieces(sha256, file, size)
    else {
      const sum = { ChecksumSHA256: Buffer.from(sha256, 'hex').toString('base64') }
      await withBody(file, { start: 0, end: Infinity }, (Body) => {
        const put = { Bucket: bucket, Key: keyOf(sha256), Body, ContentLength: size, ...sum }
        return bucketAt.send(new PutObjectCommand(put))
      })
    }
    const arrived = await bytesIn(sha256)
    if (arrived !== size) throw new Error(`The bucket has ${arrived} of ${size} bytes of ${sha256}`)
  }

  /** One piece after the other, each read from the disk as it goes: none lies whole in memory. */
  async function putInPieces(sha256: string, file: string, size: number): Promise<void> {
    const to = { Bucket: bucket, Key: keyOf(sha256) }
    const { UploadId } = await bucketAt.send(
      new CreateMultipartUploadCommand({ ...to, ChecksumAlgorithm: 'SHA256' }),
    )
    try {
      const Parts: CompletedPart[] = []
      for (let start = 0; start < size; start += pieceBytes) {
        const span = { start, end: Math.min(start + pieceBytes, size) - 1 }
        const piece = { PartNumber: Parts.length + 1, ChecksumSHA256: await sumOf(file, span) }
        const { ETag } = await onceMore(() =>
          withBody(file, span, (Body) => {
            const ContentLength = span.end - span.start + 1
            const part = { ...to, ...piece, UploadId, Body, ContentLength }
            return bucketAt.send(new UploadPartCommand(part))
          }),
        )
        Parts.push({ ...piece, ETag })
      }
      const whole = { ...to, UploadId, MultipartUpload: { Parts } }
      await bucketAt.send(new CompleteMultipartUploadCommand(whole))
    } catch (error) {
      // One that cannot even be told so lets go of the pieces by its own rules (docs/operations.md).
      await bucketAt.send(new AbortMultipartUploadCommand({ ...to, UploadId })).catch(nothing)
      throw error
    }
  }

  async function* objects(): AsyncIterable<ObjectListed> {
    let next: string | undefined
    do {
      const page = await bucketAt.send(
        new ListObjectsV2Command({ Bucket: bucket, Prefix: 'blobs/', ContinuationToken: next }),
      )
      yield* page.Contents ?? []
      next = page.NextContinuationToken
    } while (next !== undefined)
  }

  return {
    newPart: () => local.newPart(),
    discard: (part) => local.discard(part),

    async keep(part, sha256) {
      const place = await local.keep(part, sha256)
      if (performance.now() < restsUntil) return place
      try {
        await put(sha256, place)
      } catch {
        restsUntil = performance.now() + restMs // it goes over with the next bringOver, which says why not
      }
      return place
    },

    async open(sha256, range) {
      const here = await local.open(sha256, range)
      if (here) return here
      const Range = range && `bytes=${range.from}-${range.to}`
      const there = await asked(() =>
        bucketAt.send(new GetObjectCommand({ Bucket: bucket, Key: keyOf(sha256), Range })),
      )
      return there?.Body as Readable | undefined // in Node it is a stream of Node
    },

    async fetch(sha256) {
      const here = await local.fetch(sha256)
      if (here !== undefined) return here
      const stream = await this.open(sha256)
      if (!stream) return undefined
      const part = await local.newPart()
      await pipeline(stream, createWriteStream(part, { mode: 0o600, flush: true }))
      return local.keep(part, sha256)
    },

    async exists(sha256) {
      return (await local.exists(sha256)) || (await bytesIn(sha256)) !== undefined
    },

    async remove(sha256) {
      await local.remove(sha256)
      await asked(() =>
        bucketAt.send(new DeleteObjectCommand({ Bucket: bucket, Key: keyOf(sha256) })),
      )
    },

    async removeOrphans(olderThan, areKept) {
      const removed = await local.removeOrphans(olderThan, areKept)
      const old: string[] = []
      for await (const { Key = '', LastModified } of objects()) {
        const sha256 = Key.split('/').at(-1)!
        const isBlob = /^[0-9a-f]{64}$/.test(sha256)
        if (isBlob && LastModified && LastModified < olderThan) old.push(sha256)
      }
      for (let at = 0; at < old.length; at += 500) {
        const some = old.slice(at, at + 500)
        const kept = await areKept(some)
        for (const sha256 of some) {
          // One that is brought again at this moment lies here, too, until it is seen to be there.
          if (kept.has(sha256) || (await local.exists(sha256))) continue
          await bucketAt.send(new DeleteObjectCommand({ Bucket: bucket, Key: keyOf(sha256) }))
          removed.blobs += 1
        }
      }
      return removed
    },

    async bringOver(olderThan) {
      const over: BroughtOver = { brought: 0, waiting: 0 }
      for await (const { sha256, path, bytes, touchedAt } of local.all()) {
        if (over.because !== undefined) {
          over.waiting += 1 // the bucket is away: each of a thousand need not find out for itself
          continue
        }
        try {
          if ((await bytesIn(sha256)) !== bytes) {
            await put(sha256, path)
            over.brought += 1
          }
          if (touchedAt < olderThan) await local.letGo(sha256, olderThan)
        } catch (error) {
          over.waiting += 1
          over.because = String(error)
        }
      }
      if (over.waiting === 0) restsUntil = 0
      return over
    },
  }
}

type Span = { start: number; end: number }

async function withBody<Answer>(
  file: string,
  span: Span,
  send: (body: Readable) => Promise<Answer>,
): Promise<Answer> {
  const body = createReadStream(file, span)
  try {
    return await send(body)
  } finally {
    body.destroy()
  }
}

/** A body that is read as it goes is not sent a second time by the client itself. */
const onceMore = <Answer>(attempt: () => Promise<Answer>): Promise<Answer> =>
  attempt().catch(attempt)

async function sumOf(file: string, span: Span): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file, span)) hash.update(chunk as Buffer)
  return hash.digest('base64')
}

/** Undefined where the bucket says that it has no such thing. */
async function asked<Answer>(question: () => Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await question()
  } catch (error) {
    const { name, $metadata } = error as { name: string; $metadata?: { httpStatusCode?: number } }
    if (error instanceof RangeError) throw error
    if (name === 'NoSuchKey' || name === 'NotFound' || $metadata?.httpStatusCode === 404) {
      if (name !== 'NoSuchBucket') return undefined
    }
    throw new StoreAway(`The store of files does not answer: ${String(error)}`, { cause: error })
  }
}
