import type { Tx } from '../db.server'

/** Links a measure to exactly these; what stands already is left alone, so that its history does not move. */
export async function setMeasureLinks(
  tx: Tx,
  measureId: number,
  {
    recommendationIds,
    actionIds,
  }: { recommendationIds: readonly number[]; actionIds: readonly number[] },
): Promise<void> {
  await tx
    .deleteFrom('measureLinks')
    .where('measureId', '=', measureId)
    .where((eb) =>
      eb.and([
        eb.or([
          eb('recommendationId', 'is', null),
          eb.not(eb('recommendationId', '=', eb.fn.any(eb.val([...recommendationIds])))),
        ]),
        eb.or([
          eb('actionId', 'is', null),
          eb.not(eb('actionId', '=', eb.fn.any(eb.val([...actionIds])))),
        ]),
      ]),
    )
    .execute()
  const links = [
    ...recommendationIds.map((recommendationId) => ({ measureId, recommendationId })),
    ...actionIds.map((actionId) => ({ measureId, actionId })),
  ]
  for (const link of links) {
    await tx
      .insertInto('measureLinks')
      .values(link)
      .onConflict((conflict) => conflict.constraint('measure_links_are_made_once').doNothing())
      .execute()
  }
}
