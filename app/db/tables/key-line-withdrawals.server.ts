import type { Tx } from '../db.server'

/** Writes that a key line of enquiry was taken away. */
export async function insertKeyLineWithdrawal(
  tx: Tx,
  withdrawal: { keyLineId: number; withdrawnById: number; withdrawnAt: Date },
): Promise<void> {
  await tx.insertInto('keyLineWithdrawals').values(withdrawal).execute()
}
