import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import path from 'node:path'
import type { BlobStore } from './blob-store'

export interface DiskStore extends BlobStore {
  /** Every blob that lies here. */
  all(): AsyncIterable<{ sha256: string; path: string; bytes: number; touchedAt: Date }>
  /**
   * Removes a blob, unless it is brought again at this moment or was touched since `olderThan`; answers
   * whether it did.
   */
  letGo(sha256: string, olderThan?: Date): Promise<boolean>
}

/** Blobs as files of `folder`: blobs/ab/abcd…, beside parts/ for what is still arriving. */
export function diskStore(folder: string): DiskStore {
  const parts = path.join(folder, 'parts')
  const blobs = path.join(folder, 'blobs')
  const placeOf = (sha256: string) => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new RangeError('Not a SHA-256 in small hex letters')
    return path.join(blobs, sha256.slice(0, 2), sha256)
  }

  async function* all() {
    for (const fan of await namesIn(blobs)) {
      for (const sha256 of await namesIn(path.join(blobs, fan))) {
        if (!/^[0-9a-f]{64}$/.test(sha256)) continue
        const there = await stat(placeOf(sha256)).catch(undefinedIfGone)
        if (!there) continue
        yield { sha256, path: placeOf(sha256), bytes: there.size, touchedAt: there.mtime }
      }
    }
  }

  return {
    all,
    letGo: removeUnlessTouched,
    bringOver: () => Promise.resolve({ brought: 0, waiting: 0 }),

    async newPart() {
      await mkdir(parts, { recursive: true, mode: 0o700 })
      return path.join(parts, randomUUID())
    },

    async keep(part, sha256) {
      const place = placeOf(sha256)
      const fan = path.dirname(place)
      await mkdir(fan, { recursive: true, mode: 0o700 })
      // Over one that is there already, too: the same bytes, newly touched, so that no sweep that is
      // under way takes them for an orphan.
      await rename(part, place)
      for (const written of [fan, blobs]) await syncFolder(written)
      return place
    },

    async discard(part) {
      await rm(part, { force: true })
    },

    async open(sha256, range) {
      const file = await open(placeOf(sha256)).catch(undefinedIfGone)
      return file?.createReadStream(range && { start: range.from, end: range.to })
    },

    async fetch(sha256) {
      // eslint-disable-next-line no-restricted-syntax -- by the clock of the files: no sweep takes it for a day
      const now = new Date()
      const place = placeOf(sha256)
      return utimes(place, now, now).then(() => place, undefinedIfGone)
    },

    async exists(sha256) {
      return (await stat(placeOf(sha256)).catch(undefinedIfGone)) !== undefined
    },

    async remove(sha256) {
      await rm(placeOf(sha256), { force: true })
    },

    async removeOrphans(olderThan, areKept) {
      const removed = { parts: 0, blobs: 0 }
      for (const part of await namesIn(parts)) {
        const file = path.join(parts, part)
        if (!(await isOlder(file, olderThan))) continue
        // A sweep that was killed half-way may have left a blob here that somebody has come to use.
        const aside = /^([0-9a-f]{64})\./.exec(part)?.[1]
        if (aside && (await areKept([aside])).has(aside)) {
          await this.keep(file, aside)
          continue
        }
        await rm(file, { force: true })
        removed.parts += 1
      }
      for (const fan of await namesIn(blobs)) {
        const old: string[] = []
        for (const name of await namesIn(path.join(blobs, fan))) {
          const isBlob = /^[0-9a-f]{64}$/.test(name)
          if (isBlob && (await isOlder(placeOf(name), olderThan))) old.push(name)
        }
        const kept = old.length === 0 ? new Set<string>() : await areKept(old)
        for (const sha256 of old.filter((one) => !kept.has(one))) {
          if (await removeUnlessTouched(sha256, olderThan)) removed.blobs += 1
        }
      }
      return removed
    },
  }

  /**
   * Sets it aside before it looks again: whoever brought the same bytes since it was found to be old, and
   * whoever brings them meanwhile, has them kept.
   */
  async function removeUnlessTouched(sha256: string, olderThan?: Date): Promise<boolean> {
    const place = placeOf(sha256)
    const aside = path.join(parts, `${sha256}.${randomUUID()}`)
    const before = await stat(place).catch(undefinedIfGone)
    if (!before || (olderThan && before.mtime >= olderThan)) return false
    await mkdir(parts, { recursive: true, mode: 0o700 })
    const isSetAside = await rename(place, aside).then(() => true, undefinedIfGone)
    if (!isSetAside) return false // somebody else removed it
    const after = await stat(aside)
    if (after.ino === before.ino && after.mtimeMs === before.mtimeMs) {
      await rm(aside)
      return true
    }
    await rename(aside, place)
    return false
  }
}

async function isOlder(file: string, than: Date): Promise<boolean> {
  const there = await stat(file).catch(undefinedIfGone)
  return there !== undefined && there.mtime < than
}

const namesIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder).catch(undefinedIfGone)) ?? []

/** Without it a rename may be forgotten in a power cut, though the file itself was written out. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function undefinedIfGone(error: unknown): undefined {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
  throw error
}
