import type { Draft, TableRead } from '~/domain/bring-in/draft'
import type { Db, Tx } from '../db.server'

export interface NewBringIn {
  blobSha256: string
  originalName: string
  tables: readonly TableRead[]
  draft: Draft
  startedById: number
  startedAt: Date
}

export async function insertBringIn(
  tx: Tx,
  { tables, draft, ...columns }: NewBringIn,
): Promise<number> {
  const { id } = await tx
    .insertInto('bringIns')
    .values({
      ...columns,
      tables: JSON.stringify(tables),
      draft: JSON.stringify(draft),
      revision: draft.revision,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Holds an old plan until the transaction ends, so that two people's changes follow one another. */
export async function lockBringIn(tx: Tx, id: number): Promise<void> {
  await tx.selectFrom('bringIns').where('id', '=', id).select('id').forUpdate().execute()
}

export interface BringInFacts {
  id: number
  blobSha256: string
  originalName: string
  tables: TableRead[]
  draft: Draft
  startedById: number
  startedAt: Date
  confirmedAt: Date | null
  discardedAt: Date | null
}

export async function bringInFacts(db: Db, id: number): Promise<BringInFacts | undefined> {
  const row = await db
    .selectFrom('bringIns')
    .where('id', '=', id)
    .select([
      'id',
      'blobSha256',
      'originalName',
      'tables',
      'draft',
      'startedById',
      'startedAt',
      'confirmedAt',
      'discardedAt',
    ])
    .executeTakeFirst()
  // jsonb gives back what insertBringIn and updateBringInDraft put in.
  return row as BringInFacts | undefined
}

export async function updateBringInDraft(tx: Tx, id: number, draft: Draft): Promise<void> {
  await tx
    .updateTable('bringIns')
    .set({ draft: JSON.stringify(draft), revision: draft.revision })
    .where('id', '=', id)
    .execute()
}

export async function closeBringIn(
  tx: Tx,
  id: number,
  how: { confirmedAt: Date; confirmedById: number } | { discardedAt: Date },
): Promise<void> {
  await tx.updateTable('bringIns').set(how).where('id', '=', id).execute()
}
