import { sql } from 'kysely'
import type { DeletionFacts } from '~/domain/evidence/deleting'
import type { Db, Tx } from '../db.server'

/** What it takes to judge a step towards deleting this evidence. */
export async function deletionFacts(
  db: Db,
  evidenceId: number,
): Promise<DeletionFacts & { deletionId: number | undefined; reason: string }> {
  const rows = await db
    .selectFrom('evidenceDeletions')
    .where('evidenceId', '=', evidenceId)
    .orderBy('id', 'desc')
    .select(['id', 'decision', 'proposedById', 'reason'])
    .execute()
  const open = rows.find(({ decision }) => decision === null)
  const held = await db
    .selectFrom('evidenceHolds')
    .where('evidenceId', '=', evidenceId)
    .where('liftedAt', 'is', null)
    .select('id')
    .executeTakeFirst()
  return {
    isDeleted: rows.some(({ decision }) => decision === 'confirmed'),
    isHeld: held !== undefined,
    proposedById: open?.proposedById,
    deletionId: open?.id,
    reason: open?.reason ?? '',
  }
}

export async function proposeDeletion(
  tx: Tx,
  proposal: { evidenceId: number; proposedById: number; proposedAt: Date; reason: string },
): Promise<void> {
  await tx.insertInto('evidenceDeletions').values(proposal).execute()
}

export async function decideDeletion(
  tx: Tx,
  id: number,
  decided: { decision: 'confirmed' | 'declined'; decidedById: number; decidedAt: Date },
): Promise<void> {
  await tx.updateTable('evidenceDeletions').set(decided).where('id', '=', id).execute()
}

/** Takes its words, names and files out of everything that remembers them (migration 0042). */
export async function forgetEvidence(tx: Tx, evidenceId: number): Promise<void> {
  await sql`select forget_evidence(${evidenceId})`.execute(tx)
}
