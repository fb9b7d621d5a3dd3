import type { Readable } from 'node:stream'
import type { Context } from '~/auth/context.server'
import { type ByteRange, openBlob } from '~/storage/storage.server'

export interface OldPlanFile {
  name: string
  mediaType: string
  bytes: number
  sha256: string
  /** @throws Error where the store has lost the bytes */
  open: (range?: ByteRange) => Promise<Readable>
}

/** The file of an old plan as it came. */
export async function oldPlanFile({ db }: Context, id: number): Promise<OldPlanFile | undefined> {
  const file = await db
    .selectFrom('bringIns as i')
    .innerJoin('blobs as b', 'b.sha256', 'i.blobSha256')
    .where('i.id', '=', id)
    .select(['i.originalName as name', 'b.mediaType', 'b.sha256'])
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
