import type { Readable } from 'node:stream'
import type { Context } from '~/auth/context.server'
import { bytesMayBeGivenTo } from '~/db/tables/virus-checks.server'
import { evidenceVisibleTo, fileVisibleTo } from '~/db/visible.server'
import { type ByteRange, openBlob } from '~/storage/storage.server'

export interface EvidenceFile {
  name: string
  mediaType: string
  bytes: number
  sha256: string
  /** @throws Error where the store has lost the bytes */
  open: (range?: ByteRange) => Promise<Readable>
}

/** A file of evidence that the actor may see. */
export async function evidenceFile(
  { db, actor }: Context,
  { evidenceId, fileId }: { evidenceId: number; fileId: number },
): Promise<EvidenceFile | undefined> {
  const file = await db
    .selectFrom('evidenceFiles as f')
    .innerJoin('evidence as e', 'e.id', 'f.evidenceId')
    .innerJoin('blobs as b', 'b.sha256', 'f.blobSha256')
    .where('e.id', '=', evidenceId)
    .where('f.id', '=', fileId)
    .where(evidenceVisibleTo(actor))
    .where(fileVisibleTo(actor))
    .where(bytesMayBeGivenTo(actor))
    .select(['f.name', 'f.mediaType', 'b.sha256'])
    .select((eb) => eb.cast<number>('b.bytes', 'bigint').as('bytes'))
    .executeTakeFirst()
  return (
    file && {
      ...file,
      open: async (range) => {
        const stream = await openBlob(file.sha256, range)
        if (!stream) throw new Error(`The store has lost ${file.sha256}`)
        return stream
      },
    }
  )
}
