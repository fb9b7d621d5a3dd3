import type { Db } from '~/db/db.server'
import { type Decision, no, yes } from '~/domain/decision'

/** Whether everything that a measure is to be linked to is in the plan. */
export async function linksAreThere(
  db: Db,
  {
    recommendationIds,
    actionIds,
  }: { recommendationIds: readonly number[]; actionIds: readonly number[] },
): Promise<Decision> {
  const [recommendations, actions] = [
    await numberOf(db, 'recommendations', recommendationIds),
    await numberOf(db, 'actions', actionIds),
  ]
  if (recommendations !== recommendationIds.length) {
    return no('Choose recommendations from the list.')
  }
  return actions === actionIds.length ? yes : no('Choose actions from the list.')
}

async function numberOf(
  db: Db,
  table: 'recommendations' | 'actions',
  ids: readonly number[],
): Promise<number> {
  if (ids.length === 0) return 0
  const { found } = await db
    .selectFrom(table)
    .where('id', 'in', [...ids])
    .select(({ fn }) => fn.countAll<number>().as('found'))
    .executeTakeFirstOrThrow()
  return found
}
