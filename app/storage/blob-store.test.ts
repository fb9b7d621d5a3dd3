/** What every store of bytes does, asked of each kind: a folder, and a bucket of a real S3 server. */
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startLine } from '~/testing/line'
import { type S3Server, startS3Server } from '~/testing/s3-server'
import { type BlobStore, StoreAway } from './blob-store'
import { diskStore } from './disk-store.server'
import { s3Store } from './s3-store.server'

let folder: string
let s3: S3Server
beforeEach(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'waymark-store-'))
  s3 = await startS3Server()
})
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true })
  await s3.end()
})

const sha256 = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex')
const textOf = async (stream: Readable | undefined) =>
  stream && Buffer.concat((await stream.toArray()) as Buffer[]).toString()
const longAgo = new Date('2020-01-01')
const dayAfter = new Date('2020-01-02')
const never = new Date(0)
const whenever = new Date('2100-01-01')
const note = 'Nine of twelve files were signed by both workers.\n'

async function bring(store: BlobStore, content: string | Uint8Array): Promise<string> {
  const part = await store.newPart()
  await writeFile(part, content)
  await store.keep(part, sha256(content))
  return sha256(content)
}

const localPlace = (hash: string) => path.join(folder, 'blobs', hash.slice(0, 2), hash)
const makeOld = (hash: string) => utimesSync(localPlace(hash), longAgo, longAgo)

interface Kind {
  open: () => BlobStore
  /** makes a blob look as if it had come long ago, wherever it lies by now */
  age: (store: BlobStore, hash: string) => Promise<void>
}

const kinds: [string, Kind][] = [
  [
    'a folder',
    {
      open: () => diskStore(folder),
      age: (_store, hash) => Promise.resolve(makeOld(hash)),
    },
  ],
  [
    'a bucket',
    {
      open: () => s3Store(folder, s3.at),
      age: async (_store, hash) => {
        await diskStore(folder).letGo(hash)
        s3.touch(hash, longAgo)
      },
    },
  ],
]

describe.each(kinds)('%s', (_what, kind) => {
  test('removes what was destroyed, wherever it lies, and what is gone already', async () => {
    const store = kind.open()
    for (const isOld of [false, true]) {
      const hash = await bring(store, note)
      if (isOld) await kind.age(store, hash)
      await store.remove(hash)
      expect(await store.exists(hash)).toBe(false)
      expect(await store.open(hash)).toBeUndefined()
      await store.remove(hash)
    }
  })

  test('gives back what it was given, all of it or the part that is asked for', async () => {
    const store = kind.open()
    const hash = await bring(store, note)
    for (const isOld of [false, true]) {
      if (isOld) await kind.age(store, hash)
      expect(await textOf(await store.open(hash))).toBe(note)
      expect(await textOf(await store.open(hash, { from: 5, to: 13 }))).toBe(note.slice(5, 14))
      expect(await store.exists(hash)).toBe(true)
    }
  })

  test('says where what it was given lies on the local disk, to be read there', async () => {
    const store = kind.open()
    const part = await store.newPart()
    await writeFile(part, note)
    expect(await readFile(await store.keep(part, sha256(note)), 'utf8')).toBe(note)
  })

  test('has nothing under a name that it was not given, and takes no path for a name', async () => {
    const store = kind.open()
    expect(await store.open(sha256('other'))).toBeUndefined()
    expect(await store.exists(sha256('other'))).toBe(false)
    await expect(store.open('../../etc/passwd')).rejects.toThrow(RangeError)
    await expect(store.exists('../../etc/passwd')).rejects.toThrow(RangeError)
  })

  test('keeps the same bytes once, from however many at the same moment', async () => {
    const store = kind.open()
    const hashes = await Promise.all([1, 2, 3].map(() => bring(store, note)))
    expect(new Set(hashes).size).toBe(1)
    expect(await textOf(await store.open(hashes[0]!))).toBe(note)
  })

  test('lets orphans go once they are old; what a row speaks of, and what is new, stays', async () => {
    const store = kind.open()
    const [kept, orphan, fresh] = [
      await bring(store, 'kept\n'),
      await bring(store, 'orphan\n'),
      await bring(store, 'fresh\n'),
    ]
    const part = await store.newPart()
    writeFileSync(part, 'half a fi')
    utimesSync(part, longAgo, longAgo)
    for (const hash of [kept, orphan]) await kind.age(store, hash)

    const removed = await store.removeOrphans(dayAfter, (among) =>
      Promise.resolve(new Set(among.filter((one) => one === kept))),
    )
    expect(removed).toEqual({ parts: 1, blobs: 1 })
    expect(await Promise.all([kept, orphan, fresh].map((hash) => store.exists(hash)))).toEqual([
      true,
      false,
      true,
    ])
  })
})

test.each(kinds)(
  '%s keeps an orphan that is brought again while it is swept',
  async (_what, kind) => {
    const store = kind.open()
    const hash = await bring(store, note)
    await kind.age(store, hash)
    const removed = await store.removeOrphans(dayAfter, async () => {
      await bring(store, note)
      return new Set<string>()
    })
    expect(removed.blobs).toBe(0)
    expect(await textOf(await store.open(hash))).toBe(note)
  },
)

describe('a bucket that is away', () => {
  test('keeps nobody from adding a file, which goes over once it is back', async () => {
    const store = s3Store(folder, s3.at)
    await s3.goAway()
    const hash = await bring(store, note)
    expect(await textOf(await store.open(hash))).toBe(note)
    const still = await store.bringOver(whenever)
    expect(still).toMatchObject({ brought: 0, waiting: 1 })
    expect(still.because).toContain('ECONNREFUSED')
    expect(await textOf(await store.open(hash))).toBe(note)

    await s3.comeBack()
    expect(await store.bringOver(whenever)).toEqual({ brought: 1, waiting: 0 })
    expect(await diskStore(folder).exists(hash)).toBe(false)
    expect(await textOf(await store.open(hash))).toBe(note)
    expect(await readFile(s3.fileOf(hash), 'utf8')).toBe(note)
  })

  test('is not taken for one that has lost a file', async () => {
    const store = s3Store(folder, s3.at)
    const hash = await bring(store, note)
    await diskStore(folder).letGo(hash)
    await s3.goAway()
    await expect(store.open(hash)).rejects.toThrow(StoreAway)
    await expect(store.exists(hash)).rejects.toThrow(StoreAway)
    await expect(
      store.removeOrphans(whenever, () => Promise.resolve(new Set<string>())),
    ).rejects.toThrow()
    await s3.comeBack()
    expect(await textOf(await store.open(hash))).toBe(note)
  })

  test('with another key, or without the bucket, takes nothing and loses nothing', async () => {
    for (const at of [
      { ...s3.at, keys: { id: 'UNKNOWN', secret: 'S3RVER' } },
      { ...s3.at, bucket: 'not-there' },
    ]) {
      const store = s3Store(folder, at)
      const hash = await bring(store, note)
      expect(await store.bringOver(whenever)).toMatchObject({ brought: 0, waiting: 1 })
      expect(await textOf(await store.open(hash))).toBe(note)
    }
  })
})

test('what a bucket has lost while a copy lies here is given to it again', async () => {
  const store = s3Store(folder, s3.at)
  const hash = await bring(store, note)
  expect(await store.bringOver(never)).toEqual({ brought: 0, waiting: 0 })
  rmSync(s3.fileOf(hash))
  expect(await store.bringOver(never)).toEqual({ brought: 1, waiting: 0 })
  expect(await readFile(s3.fileOf(hash), 'utf8')).toBe(note)
})

describe('a file that goes into a bucket in pieces', () => {
  const large = Buffer.alloc(21 * 1024 * 1024, 'Nine of twelve. ')
  large.write('the middle', 10_000_000)
  const inPieces = { pieceBytes: 8 * 1024 * 1024 }

  test('is whole there, and gives back a part from its middle', async () => {
    const store = s3Store(folder, s3.at, inPieces)
    const hash = await bring(store, large)
    await diskStore(folder).letGo(hash)
    expect(sha256(await readFile(s3.fileOf(hash)))).toBe(hash)
    const middle = { from: 10_000_000, to: 10_000_009 }
    expect(await textOf(await store.open(hash, middle))).toBe('the middle')
  })

  test('sends one piece again where the line breaks once', async () => {
    const line = await startLine(Number(new URL(s3.at.endpoint!).port))
    line.cutAfter(12 * 1024 * 1024)
    const hash = await bring(s3Store(folder, { ...s3.at, endpoint: line.at }, inPieces), large)
    expect(line.cuts()).toBe(1)
    expect(sha256(await readFile(s3.fileOf(hash)))).toBe(hash)
    await line.end()
  })

  test('stays here where the bucket goes in the middle, and goes over once it is back', async () => {
    const line = await startLine(Number(new URL(s3.at.endpoint!).port))
    const store = s3Store(folder, { ...s3.at, endpoint: line.at }, inPieces)
    line.cutAfter(12 * 1024 * 1024, { forGood: true })
    const hash = await bring(store, large)
    expect(existsSync(s3.fileOf(hash))).toBe(false)
    expect(await store.bringOver(never)).toMatchObject({ brought: 0, waiting: 1 })
    expect(await diskStore(folder).exists(hash)).toBe(true)
    line.mend()
    expect(await store.bringOver(never)).toEqual({ brought: 1, waiting: 0 })
    expect(sha256(await readFile(s3.fileOf(hash)))).toBe(hash)
    await line.end()
  })

  test('of which the bucket goes in the middle of a download is never taken for whole', async () => {
    const line = await startLine(Number(new URL(s3.at.endpoint!).port))
    const store = s3Store(folder, { ...s3.at, endpoint: line.at }, inPieces)
    const hash = await bring(store, large)
    await diskStore(folder).letGo(hash)
    const stream = (await store.open(hash))!
    line.cutNow()
    await expect(stream.toArray()).rejects.toThrow()
    await line.end()
  })
})
