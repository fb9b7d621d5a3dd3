import type { Tx } from '../db.server'

/** Writes that an item is done; `round` counts how often that was said of it. */
export async function insertChecklistCompletion(
  tx: Tx,
  completion: { itemId: number; round: number; doneById: number; doneAt: Date },
): Promise<void> {
  await tx.insertInto('checklistCompletions').values(completion).execute()
}
