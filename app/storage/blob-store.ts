import type { Readable } from 'node:stream'

/** The first and the last byte that are wanted, counted from 0. */
export interface ByteRange {
  from: number
  to: number
}

/**
 * Where bytes are kept under their SHA-256. What arrives is written to a part on the local disk
 * first, wherever it is kept in the end.
 */
export interface BlobStore {
  /** The path of a new part, whose folder is there. */
  newPart(): Promise<string>
  /**
   * Keeps a part, which is written out to the disk, under its hash; answers where it now lies on the
   * local disk. A store that is elsewhere and does not answer costs nobody the part: it stays here,
   * is served from here, and goes over with the next `bringOver`.
   */
  keep(part: string, sha256: string): Promise<string>
  discard(part: string): Promise<void>
  /**
   * Undefined where the bytes are not there. The stream must be read to its end or destroyed.
   * @throws StoreAway where the store that has them does not answer
   */
  open(sha256: string, range?: ByteRange): Promise<Readable | undefined>
  /**
   * Where the bytes lie on the local disk, brought there first where need be, and left there for as long
   * as a request may read them; undefined where they are not there.
   * @throws StoreAway as `open` does
   */
  fetch(sha256: string): Promise<string | undefined>
  /** @throws StoreAway as `open` does */
  exists(sha256: string): Promise<boolean>
  /**
   * Removes a blob that no row speaks of any more, from wherever it lies; it may be gone already.
   * @throws StoreAway as `open` does
   */
  remove(sha256: string): Promise<void>
  /**
   * Removes parts and blobs that were last touched before `olderThan` and that `areKept` does not
   * name; answers how many.
   */
  removeOrphans(
    olderThan: Date,
    areKept: (sha256s: readonly string[]) => Promise<ReadonlySet<string>>,
  ): Promise<{ parts: number; blobs: number }>
  /**
   * Takes what still lies on the local disk to where it belongs, and lets go here of what has been
   * there since before `olderThan`. Nothing to do where the local disk is the store.
   */
  bringOver(olderThan: Date): Promise<BroughtOver>
}

export interface BroughtOver {
  brought: number
  /** blobs that could not be taken over and stay here until they can */
  waiting: number
  /** what the store said to the first of them */
  because?: string
}

/** The store is elsewhere and does not answer: the bytes are not lost, they cannot be reached now. */
export class StoreAway extends Error {
  override name = 'StoreAway'
}
