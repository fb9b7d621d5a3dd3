/**
 * Files that come in pieces by the tus protocol, before any form names them: a folder beside the parts,
 * each file under the name of its upload. Where a file ends is how far it has come, so a server that is
 * killed in the middle knows it when it is back.
 */
import { createHash, type Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rm, stat, utimes } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { FileStore } from '@tus/file-store'
import type { Upload } from '@tus/server'
import type { BlobStore } from './blob-store'
import { diskFull, isFull, keepReceived, type Received } from './receive-upload.server'

/**
 * How far each upload is hashed, by its file: what comes is hashed as it is written, so that it need not be
 * read again. After a restart there is nothing here, and it is.
 */
const hashed = new Map<string, { hash: Hash; upTo: number }>()

/** Who owns an upload and what is known of it is not the folder's business. */
export interface KnownUploads {
  get: (id: string) => Promise<Upload | undefined>
  delete: (id: string) => Promise<void>
}

export function uploadsFolder(folder: string) {
  const uploads = path.join(folder, 'uploads')
  const fileOf = (id: string) => {
    if (!/^[a-p]{40}$/.test(id)) throw new RangeError('Not the name of an upload')
    return path.join(uploads, id)
  }

  return {
    /** What the tus server writes to; only uploads that `known` gives are there for it. */
    async forTus(known: KnownUploads): Promise<FileStore> {
      await mkdir(uploads, { recursive: true, mode: 0o700 })
      return new WrittenOut({
        directory: uploads,
        configstore: { ...known, set: () => Promise.resolve() },
      })
    },

    /**
     * Hashes, recognises and keeps an upload that has come whole; undefined where it is not there, or
     * not all of it. One that is not of a kind that we take is removed.
     */
    async takeUp(
      store: BlobStore,
      { id, name, bytes }: { id: string; name: string; bytes: number },
    ): Promise<Received | undefined> {
      const file = fileOf(id)
      const there = await stat(file).catch(() => undefined)
      if (there?.size !== bytes) return undefined
      const sha256 = await hashOf(file, bytes)
      // eslint-disable-next-line no-restricted-syntax -- by the clock of the files: no sweep takes it for an old orphan
      const now = new Date()
      await utimes(file, now, now)
      return keepReceived(store, { part: file, sha256, bytes, givenName: name })
    },

    /** Removes those that nothing has come to since `olderThan`; answers which are still there. */
    async sweep(olderThan: Date): Promise<{ removed: number; left: string[] }> {
      const left: string[] = []
      let removed = 0
      for (const name of await readdir(uploads).catch(() => [])) {
        const file = path.join(uploads, name)
        const there = await stat(file).catch(() => undefined)
        if (there && there.mtime < olderThan) {
          await rm(file, { force: true })
          hashed.delete(file)
          removed += 1
        } else if (there) left.push(name)
      }
      return { removed, left }
    },
  }
}

async function hashOf(file: string, bytes: number): Promise<string> {
  const known = hashed.get(file)
  hashed.delete(file)
  if (known?.upTo === bytes) return known.hash.digest('hex')
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

/** As the tus server answers it. */
const noRoom = { status_code: 507, body: diskFull.sentence }

class WrittenOut extends FileStore {
  override async remove(id: string): Promise<void> {
    hashed.delete(path.join(this.directory, id))
    await super.remove(id)
  }

  /**
   * Writes what comes, and out to the disk, before the sender is told how far it came. Where the line
   * breaks, what had come until then stays.
   */
  override async write(incoming: Readable, id: string, offset: number): Promise<number> {
    const name = path.join(this.directory, id)
    const file = await open(name, 'r+')
    const before = hashed.get(name)
    if (before?.upTo !== offset) hashed.delete(name)
    if (offset === 0) hashed.set(name, { hash: createHash('sha256'), upTo: 0 })
    const sofar = hashed.get(name)
    let at = offset
    let isDiskFull = false
    try {
      for await (const chunk of incoming) {
        if (isDiskFull) continue // read past it: browsers listen only once they have sent everything
        const piece = chunk as Buffer
        try {
          for (let done = 0; done < piece.length;) {
            const { bytesWritten } = await file.write(piece, done, piece.length - done, at)
            done += bytesWritten
            at += bytesWritten
          }
          sofar?.hash.update(piece)
          if (sofar) sofar.upTo = at
        } catch (error) {
          if (!isFull(error)) throw error
          isDiskFull = true
        }
      }
      if (isDiskFull) throw Object.assign(new Error(diskFull.sentence), noRoom)
      // Of what may not be on the disk the sender is not told that it is there: it comes again.
      await file.sync()
      return at
    } catch (error) {
      await file.sync().catch(() => undefined) // what had come is kept as far as it can be; the error counts
      throw error
    } finally {
      await file.close()
    }
  }
}
