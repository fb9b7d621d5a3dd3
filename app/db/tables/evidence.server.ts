import { sql } from 'kysely'
import type { EvidenceInWords } from '~/domain/evidence/merge-edit'
import type { Tx } from '../db.server'

export async function insertEvidence(
  tx: Tx,
  evidence: EvidenceInWords & { supersedesId: number | null; addedById: number; addedAt: Date },
): Promise<number> {
  const { id } = await tx
    .insertInto('evidence')
    .values(evidence)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Writes an edit, and counts the version up. */
export async function updateEvidence(tx: Tx, id: number, evidence: EvidenceInWords): Promise<void> {
  await tx
    .updateTable('evidence')
    .set({ ...evidence, version: sql`version + 1` })
    .where('id', '=', id)
    .execute()
}

/** Calls a piece of evidence something else, unless it was judged for good under the name that it has. */
export async function renameEvidence(tx: Tx, id: number, title: string): Promise<void> {
  await tx
    .updateTable('evidence')
    .set({ title, version: sql`version + 1` })
    .where('id', '=', id)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('evidenceReviews as v')
            .whereRef('v.evidenceId', '=', 'evidence.id')
            .where('v.verdict', 'in', ['accepted', 'rejected'])
            .select('v.id'),
        ),
      ),
    )
    .execute()
}

/** What a piece of evidence is called, and what it was called before. */
export async function titlesOfEvidence(tx: Tx, id: number): Promise<string[]> {
  const { rows } = await sql<{ title: string }>`
    select title from public.evidence where id = ${id}
    union select title from history.evidence where id = ${id}`.execute(tx)
  return rows.map(({ title }) => title)
}

/** Writes a title without what looks like an identifier over the one that was made of a name, on past days too. */
export async function mendEvidenceTitle(
  tx: Tx,
  id: number,
  { was, without }: { was: string; without: string },
): Promise<void> {
  await sql`select mend_evidence_title(${id}, ${was}, ${without})`.execute(tx)
}

/**
 * Makes everybody else who judges or edits this evidence, or would own an action that it is for, wait;
 * says whether it is there. Lock, then read.
 */
export async function lockEvidence(tx: Tx, id: number): Promise<boolean> {
  const row = await tx
    .selectFrom('evidence')
    .where('id', '=', id)
    .select('id')
    .forUpdate()
    .executeTakeFirst()
  await tx
    .selectFrom('actions')
    .where('id', 'in', (eb) =>
      eb.selectFrom('evidenceActions').where('evidenceId', '=', id).select('actionId'),
    )
    .orderBy('id')
    .select('id')
    .forShare()
    .execute()
  return row !== undefined
}
