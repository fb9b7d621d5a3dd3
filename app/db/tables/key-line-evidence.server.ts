import type { Tx } from '../db.server'

/** Writes which evidence one wording of a key line rests on. */
export async function insertKeyLineEvidence(
  tx: Tx,
  wording: { keyLineId: number; version: number },
  evidenceIds: readonly number[],
): Promise<void> {
  if (evidenceIds.length === 0) return
  await tx
    .insertInto('keyLineEvidence')
    .values(evidenceIds.map((evidenceId) => ({ ...wording, evidenceId })))
    .execute()
}
