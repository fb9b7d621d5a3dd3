import type { Tx } from '../db.server'

/** Writes which actions one wording of a key line names as what is done next. */
export async function insertKeyLineActions(
  tx: Tx,
  wording: { keyLineId: number; version: number },
  actionIds: readonly number[],
): Promise<void> {
  if (actionIds.length === 0) return
  await tx
    .insertInto('keyLineActions')
    .values(actionIds.map((actionId) => ({ ...wording, actionId })))
    .execute()
}
