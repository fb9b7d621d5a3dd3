import type { Tx } from '../db.server'

/** Makes these the recommendations that an action answers, touching only what differs. */
export async function setActionRecommendations(
  tx: Tx,
  actionId: number,
  recommendationIds: readonly number[],
): Promise<void> {
  const ids = [...recommendationIds]
  await tx
    .deleteFrom('actionRecommendations')
    .where('actionId', '=', actionId)
    .$if(ids.length > 0, (q) => q.where('recommendationId', 'not in', ids))
    .execute()
  if (ids.length === 0) return
  await tx
    .insertInto('actionRecommendations')
    .values(ids.map((recommendationId) => ({ actionId, recommendationId })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Links actions that are new to what they answer. */
export async function linkNewActions(
  tx: Tx,
  links: readonly { actionId: number; recommendationId: number }[],
): Promise<void> {
  if (links.length === 0) return
  await tx
    .insertInto('actionRecommendations')
    .values([...links])
    .execute()
}
