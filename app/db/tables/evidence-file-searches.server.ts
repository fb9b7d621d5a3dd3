import type { Tx } from '../db.server'

/** Says that a file was searched for identifiers, and when. */
export async function recordFileSearch(
  tx: Tx,
  search: { fileId: number; searchedAt: Date },
): Promise<void> {
  await tx
    .insertInto('evidenceFileSearches')
    .values(search)
    .onConflict((conflict) => conflict.column('fileId').doUpdateSet(search))
    .execute()
}
