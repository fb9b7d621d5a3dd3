import type { Db } from '../db.server'

export type BlobTrouble = 'missing' | 'changed'

/** The blobs that were read back longest ago, or never: the next to be checked. */
export async function leastRecentlyChecked(
  db: Db,
  most: { count: number; bytes: number },
): Promise<{ sha256: string; bytes: number }[]> {
  const rows = await db
    .selectFrom('blobs as b')
    .leftJoin('blobChecks as c', 'c.blobSha256', 'b.sha256')
    .orderBy('c.checkedAt', (order) => order.asc().nullsFirst())
    .orderBy('b.sha256')
    .limit(most.count)
    .select('b.sha256')
    .select((eb) => eb.cast<number>('b.bytes', 'bigint').as('bytes'))
    .execute()
  let sum = 0
  return rows.filter(({ bytes }, at) => (sum += bytes) <= most.bytes || at === 0)
}

/** When a blob was last read back; undefined where none ever was. */
export async function lastBlobCheck(db: Db): Promise<Date | undefined> {
  const { at } = await db
    .selectFrom('blobChecks')
    .select((eb) => eb.fn.max('checkedAt').as('at'))
    .executeTakeFirstOrThrow()
  return at ?? undefined
}

/** Says whether it was kept: of bytes that were destroyed while they were read there is nothing to say. */
export async function keepBlobCheck(
  db: Db,
  {
    blobSha256,
    checkedAt,
    trouble,
  }: { blobSha256: string; checkedAt: Date; trouble: BlobTrouble | null },
): Promise<boolean> {
  const kept = await db
    .insertInto('blobChecks')
    .columns(['blobSha256', 'checkedAt', 'trouble'])
    .expression((eb) =>
      eb
        .selectFrom('blobs as b')
        .where('b.sha256', '=', blobSha256)
        .select('b.sha256')
        .select([
          eb.cast<Date>(eb.val(checkedAt), 'timestamptz').as('checkedAt'),
          eb.cast<string | null>(eb.val(trouble), 'text').as('trouble'),
        ])
        .forKeyShare(),
    )
    .onConflict((conflict) => conflict.column('blobSha256').doUpdateSet({ checkedAt, trouble }))
    .returning('blobSha256')
    .execute()
  return kept.length > 0
}
