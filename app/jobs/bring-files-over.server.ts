import type { BroughtOver } from '~/storage/blob-store'
import { bringOver } from '~/storage/storage.server'

const hourMs = 60 * 60 * 1000

/**
 * Takes files that came while the bucket was away over to it, and lets go of those on the local disk
 * that have been there for an hour: longer than any request reads them, or any sweep takes.
 */
export const bringFilesOver = ({ now }: { now: Date }): Promise<BroughtOver> =>
  bringOver(new Date(now.getTime() - hourMs))
