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
  /** Keeps a part, which is written out to the disk, under its hash; answers where it now lies. */
  keep(part: string, sha256: string): Promise<string>
  discard(part: string): Promise<void>
  /** Undefined where the bytes are not there. The stream must be read to its end or destroyed. */
  open(sha256: string, range?: ByteRange): Promise<Readable | undefined>
  exists(sha256: string): Promise<boolean>
  /**
   * Removes parts and blobs that were last touched before `olderThan` and that `areKept` does not
   * name; answers how many.
   */
  removeOrphans(
    olderThan: Date,
    areKept: (sha256s: readonly string[]) => Promise<ReadonlySet<string>>,
  ): Promise<{ parts: number; blobs: number }>
}
