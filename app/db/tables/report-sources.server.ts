import type { SourceDocument } from '~/domain/report/source'
import type { Db, Tx } from '../db.server'

export interface NewReportSource {
  source: SourceDocument
  originalName: string
  /** undefined where the words were pasted */
  blobSha256: string | undefined
  addedById: number
  addedAt: Date
}

/** Keeps a report as it came. It is never changed afterwards. */
export async function insertReportSource(tx: Tx, report: NewReportSource): Promise<number> {
  const { source, blobSha256, ...columns } = report
  const { id } = await tx
    .insertInto('reportSources')
    .values({
      ...columns,
      blobSha256: blobSha256 ?? null,
      format: source.format,
      pages: source.pages,
      lines: JSON.stringify(source.lines),
      pageSizes: source.pageSizes ? JSON.stringify(source.pageSizes) : null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The report as the reader saw it. */
export async function reportSource(db: Db, id: number): Promise<SourceDocument> {
  const row = await db
    .selectFrom('reportSources')
    .where('id', '=', id)
    .select(['format', 'pages', 'lines', 'pageSizes'])
    .executeTakeFirstOrThrow()
  // jsonb gives back what insertReportSource put in.
  const { pageSizes, ...source } = row as unknown as SourceDocument & { pageSizes: unknown }
  return pageSizes ? { ...source, pageSizes: pageSizes as SourceDocument['pageSizes'] } : source
}
