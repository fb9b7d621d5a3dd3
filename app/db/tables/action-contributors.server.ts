import type { Tx } from '../db.server'

/** Makes these the people who contribute to an action, touching only who differs. */
export async function setActionContributors(
  tx: Tx,
  actionId: number,
  personIds: readonly number[],
): Promise<void> {
  const ids = [...personIds]
  await tx
    .deleteFrom('actionContributors')
    .where('actionId', '=', actionId)
    .$if(ids.length > 0, (q) => q.where('personId', 'not in', ids))
    .execute()
  if (ids.length === 0) return
  await tx
    .insertInto('actionContributors')
    .values(ids.map((personId) => ({ actionId, personId })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Says who contributes to many new actions at once. */
export async function insertActionContributors(
  tx: Tx,
  parts: readonly { actionId: number; personId: number }[],
): Promise<void> {
  if (parts.length === 0) return
  await tx
    .insertInto('actionContributors')
    .values([...parts])
    .execute()
}
