import type { Tx } from '../db.server'

/** Writes that an item is not done after all. */
export async function insertChecklistReopening(
  tx: Tx,
  reopening: { completionId: number; takenBackById: number; takenBackAt: Date },
): Promise<void> {
  await tx.insertInto('checklistReopenings').values(reopening).execute()
}
