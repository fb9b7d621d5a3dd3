import { type Expression, type SqlBool, sql } from 'kysely'
import type { SearchedBy } from '~/domain/evidence/search-anew'
import type { Db, Tx } from '../db.server'

/** Says that a file was searched for identifiers, when and by what; `rules` is 0 where that is not known. */
export async function recordFileSearch(
  tx: Tx,
  {
    fileId,
    searchedAt,
    searchedBy = { rules: 0, settingsId: null },
  }: { fileId: number; searchedAt: Date; searchedBy?: SearchedBy },
): Promise<void> {
  const search = { fileId, searchedAt, ...searchedBy }
  await tx
    .insertInto('evidenceFileSearches')
    .values(search)
    .onConflict((conflict) => conflict.column('fileId').doUpdateSet(search))
    .execute()
}

/** Whether a file was searched by this, in a query that calls the table of searches `s`. */
const wasSearchedBy = ({ rules, settingsId }: SearchedBy): Expression<SqlBool> =>
  sql<SqlBool>`(s.rules is not distinct from ${rules} and s.settings_id is not distinct from ${settingsId})`

const isHeldNow = sql<SqlBool>`exists (
  select from evidence_file_holds h where h.file_id = f.id and h.ended_at is null)`

export interface FileToSearch {
  evidenceId: number
  fileId: number
  sha256: string
  bytes: number
  mediaType: string
  originalName: string
}

/**
 * Files that were searched by something else or never, the longest ago first. One that is held waits until
 * its author has answered: nobody sees it meanwhile.
 */
export async function filesToSearch(
  db: Db,
  by: SearchedBy,
  most: { count: number; bytes: number },
): Promise<FileToSearch[]> {
  const rows = await db
    .selectFrom('evidenceFiles as f')
    .innerJoin('blobs as b', 'b.sha256', 'f.blobSha256')
    .leftJoin('evidenceFileSearches as s', 's.fileId', 'f.id')
    .where((eb) => eb.not(wasSearchedBy(by)))
    .where((eb) => eb.not(isHeldNow))
    .orderBy('s.searchedAt', (order) => order.asc().nullsFirst())
    .orderBy('f.id')
    .limit(most.count)
    .select(['f.evidenceId', 'f.id as fileId', 'b.sha256', 'f.mediaType', 'f.name as originalName'])
    .select((eb) => eb.cast<number>('b.bytes', 'bigint').as('bytes'))
    .execute()
  let sum = 0
  return rows.filter(({ bytes }, at) => (sum += bytes) <= most.bytes || at === 0)
}

/** How many files with bytes were searched by this, how many wait for it, and how many are held. */
export async function searchesSoFar(
  db: Db,
  by: SearchedBy,
): Promise<{ searched: number; waiting: number; held: number }> {
  return db
    .selectFrom('evidenceFiles as f')
    .leftJoin('evidenceFileSearches as s', 's.fileId', 'f.id')
    .where('f.blobSha256', 'is not', null)
    .select((eb) => [
      eb.fn.countAll<number>().filterWhere(wasSearchedBy(by)).as('searched'),
      eb.fn
        .countAll<number>()
        .filterWhere((where) => where.and([where.not(wasSearchedBy(by)), where.not(isHeldNow)]))
        .as('waiting'),
      eb.fn.countAll<number>().filterWhere(isHeldNow).as('held'),
    ])
    .executeTakeFirstOrThrow()
}
