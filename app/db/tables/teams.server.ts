import { sql } from 'kysely'
import type { Team } from '~/domain/people/teams'
import type { Db, Tx } from '../db.server'

export async function insertTeam(
  tx: Tx,
  team: { name: string; parentId: number | null },
): Promise<number> {
  const { id } = await tx.insertInto('teams').values(team).returning('id').executeTakeFirstOrThrow()
  return id
}

/** Makes everybody else who changes a team wait: where one stands depends on where all others do. */
export async function lockTeams(tx: Tx): Promise<void> {
  await tx.selectFrom('teams').orderBy('id').select('id').forUpdate().execute()
}

export async function updateTeam(
  tx: Tx,
  id: number,
  team: { name: string; parentId: number | null },
): Promise<void> {
  await tx.updateTable('teams').set(team).where('id', '=', id).execute()
}

/** Every team, in the order of the alphabet. */
export const allTeams = (db: Db): Promise<Team[]> =>
  db
    .selectFrom('teams')
    .orderBy(sql`name collate "en-GB-x-icu"`)
    .select(['id', 'name', 'parentId'])
    .execute()
