import type { Tx } from '../db.server'

export async function placeHold(
  tx: Tx,
  hold: { evidenceId: number; placedById: number; placedAt: Date; reason: string },
): Promise<void> {
  await tx.insertInto('evidenceHolds').values(hold).execute()
}

export async function liftHold(
  tx: Tx,
  evidenceId: number,
  lifted: { liftedById: number; liftedAt: Date },
): Promise<void> {
  await tx
    .updateTable('evidenceHolds')
    .set(lifted)
    .where('evidenceId', '=', evidenceId)
    .where('liftedAt', 'is', null)
    .execute()
}
