import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { Upload } from '@tus/server'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { megabytesOf, watchMemory } from '~/testing/uploads'
import { diskStore } from './disk-store.server'
import { uploadsFolder } from './uploads-in-pieces.server'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'waymark-pieces-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const known = { get: () => Promise.resolve(undefined), delete: () => Promise.resolve() }
const note = 'Nine of twelve files were signed by both workers.\n'
const sha256 = (content: string | Buffer) => createHash('sha256').update(content).digest('hex')
const idOf = (number: number) => 'abcdefghij'[number]!.repeat(40)

async function begun(uploads: ReturnType<typeof uploadsFolder>, id: string, bytes: number) {
  const store = await uploads.forTus(known)
  await store.create(new Upload({ id, size: bytes, offset: 0, metadata: {} }))
  return (content: string | Iterable<Uint8Array>, offset: number) =>
    store.write(
      Readable.from(typeof content === 'string' ? [Buffer.from(content)] : content),
      id,
      offset,
    )
}

test('pieces are hashed as they come; of one that broke off, and after a restart, the hash is right too', async () => {
  const kept = new Set<string>()
  for (const [number, story] of ['whole', 'in pieces', 'broken off', 'restarted'].entries()) {
    let uploads = uploadsFolder(folder)
    const id = idOf(number)
    const words = `${story}: ${note}`
    const write = await begun(uploads, id, words.length)
    if (story === 'broken off') {
      const line = (function* () {
        yield Buffer.from(words.slice(0, 20))
        throw new Error('aborted')
      })()
      await expect(write(line, 0)).rejects.toThrow('aborted')
    } else await write(story === 'whole' ? words : words.slice(0, 20), 0)
    if (story === 'restarted') {
      vi.resetModules()
      uploads = (await import('./uploads-in-pieces.server')).uploadsFolder(folder)
      const goOn = await uploads.forTus(known)
      await goOn.write(Readable.from([Buffer.from(words.slice(20))]), id, 20)
    } else if (story !== 'whole') await write(words.slice(20), 20)

    const upload = { id, name: 'audit.txt', bytes: words.length }
    const received = await uploads.takeUp(diskStore(folder), upload)
    if (!received || !('file' in received)) throw new Error(story)
    expect(received.file.sha256, story).toBe(sha256(words))
    expect(readFileSync(received.file.path, 'utf8')).toBe(words)
    expect(existsSync(path.join(folder, 'uploads', id))).toBe(false)
    kept.add(received.file.sha256)
  }
  expect(kept.size).toBe(4)
})

test('what could not be written out to the disk is not said to have come', async () => {
  const uploads = uploadsFolder(folder)
  const write = await begun(uploads, idOf(0), note.length)
  const probe = await open(path.join(folder, 'probe'), 'w')
  await probe.close()
  const handles = Object.getPrototypeOf(probe) as typeof probe
  const failing = vi
    .spyOn(handles, 'sync')
    .mockRejectedValue(Object.assign(new Error('the disk failed'), { code: 'EIO' }))
  await expect(write(note, 0)).rejects.toThrow('the disk failed')
  failing.mockRestore()
  expect(await write(note, 0)).toBe(note.length)
})

test('memory stays flat while five large files come at once, far below what they hold', async () => {
  const uploads = uploadsFolder(folder)
  const bytes = 60 * 1024 * 1024
  const watched = watchMemory()
  await Promise.all(
    [0, 1, 2, 3, 4].map(async (number) => {
      const id = idOf(number)
      const write = await begun(uploads, id, bytes)
      expect(await write(megabytesOf(`${number} of five `, 60), 0)).toBe(bytes)
      await uploads.takeUp(diskStore(folder), { id, name: 'large.txt', bytes })
    }),
  )
  expect(watched.end()).toBeLessThan(bytes * 2) // of five
}, 60_000)
