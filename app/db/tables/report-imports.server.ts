import type { Draft } from '~/domain/report/draft'
import type { Reading } from '~/domain/report/reading'
import type { Db, Tx } from '../db.server'

export async function insertReportImport(
  tx: Tx,
  report: {
    sourceId: number
    reading: Reading
    draft: Draft
    startedById: number
    startedAt: Date
  },
): Promise<number> {
  const { reading, draft, ...columns } = report
  const { id } = await tx
    .insertInto('reportImports')
    .values({
      ...columns,
      reading: JSON.stringify(reading),
      draft: JSON.stringify(draft),
      revision: draft.revision,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Holds the import until the transaction ends, so that two people's changes follow one another. */
export async function lockReportImport(tx: Tx, id: number): Promise<void> {
  await tx.selectFrom('reportImports').where('id', '=', id).select('id').forUpdate().execute()
}

export interface ReportImportFacts {
  id: number
  sourceId: number
  reading: Reading
  draft: Draft
  startedById: number
  startedAt: Date
  confirmedAt: Date | null
  discardedAt: Date | null
}

export async function reportImportFacts(
  db: Db,
  id: number,
): Promise<ReportImportFacts | undefined> {
  const row = await db
    .selectFrom('reportImports')
    .where('id', '=', id)
    .select([
      'id',
      'sourceId',
      'reading',
      'draft',
      'startedById',
      'startedAt',
      'confirmedAt',
      'discardedAt',
    ])
    .executeTakeFirst()
  // jsonb gives back what insertReportImport and updateDraft put in.
  const facts = row as ReportImportFacts | undefined
  return facts && { ...facts, draft: completed(facts.draft) }
}

/** A draft begun before there were statements and bodies lacks them. */
function completed(draft: Draft): Draft {
  const { details, items, statements } = draft as Draft & Partial<Pick<Draft, 'statements'>>
  return {
    ...draft,
    details: { ...{ principalAuthority: '', statementDueOn: null }, ...details },
    items: items.map((item) => ({ ...{ responsibleBodies: [] }, ...item })),
    statements: statements ?? [],
  }
}

export async function updateDraft(tx: Tx, id: number, draft: Draft): Promise<void> {
  await tx
    .updateTable('reportImports')
    .set({ draft: JSON.stringify(draft), revision: draft.revision })
    .where('id', '=', id)
    .execute()
}

export async function closeReportImport(
  tx: Tx,
  id: number,
  how: { confirmedAt: Date } | { discardedAt: Date },
): Promise<void> {
  await tx.updateTable('reportImports').set(how).where('id', '=', id).execute()
}
