import type { Insertable } from 'kysely'
import { sql } from 'kysely'
import type { Db, Tx } from '../db.server'
import type { DB } from '../schema'

export async function insertDependency(
  tx: Tx,
  dependency: Insertable<DB['actionDependencies']>,
): Promise<void> {
  await tx.insertInto('actionDependencies').values(dependency).execute()
}

/** Says whether there was one. */
export async function deleteDependency(
  tx: Tx,
  { actionId, needsId }: { actionId: number; needsId: number },
): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('actionDependencies')
    .where('actionId', '=', actionId)
    .where('needsId', '=', needsId)
    .executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}

/** Everything that an action waits for, over however many others. */
export async function waitsFor(db: Db, actionId: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    with recursive needed (id) as (
      select needs_id from action_dependencies where action_id = ${actionId}
      union
      select d.needs_id from action_dependencies d join needed n on n.id = d.action_id
    )
    select id from needed`.execute(db)
  return rows.map(({ id }) => id)
}
