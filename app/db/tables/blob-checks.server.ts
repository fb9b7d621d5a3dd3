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

export async function keepBlobCheck(
  db: Db,
  check: { blobSha256: string; checkedAt: Date; trouble: BlobTrouble | null },
): Promise<void> {
  const { checkedAt, trouble } = check
  await db
    .insertInto('blobChecks')
    .values(check)
    .onConflict((conflict) => conflict.column('blobSha256').doUpdateSet({ checkedAt, trouble }))
    .execute()
}
