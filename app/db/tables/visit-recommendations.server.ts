import type { Db, Tx } from '../db.server'

/** Which recommendations inspectors will test, as far as it is known, in the order of their numbers. */
export async function testedRecommendations(db: Db, visitId: number): Promise<number[]> {
  const rows = await db
    .selectFrom('visitRecommendations')
    .where('visitId', '=', visitId)
    .orderBy('recommendationId')
    .select('recommendationId')
    .execute()
  return rows.map(({ recommendationId }) => recommendationId)
}

/** Writes what changed of the list only, so that its history says when each one came and went. */
export async function setTestedRecommendations(
  tx: Tx,
  visitId: number,
  ids: readonly number[],
): Promise<void> {
  const known = await testedRecommendations(tx, visitId)
  const gone = known.filter((id) => !ids.includes(id))
  const added = ids.filter((id) => !known.includes(id))
  if (gone.length > 0) {
    await tx
      .deleteFrom('visitRecommendations')
      .where('visitId', '=', visitId)
      .where('recommendationId', 'in', gone)
      .execute()
  }
  if (added.length > 0) {
    await tx
      .insertInto('visitRecommendations')
      .values(added.map((recommendationId) => ({ visitId, recommendationId })))
      .execute()
  }
}
