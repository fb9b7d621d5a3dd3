import type { Tx } from '../db.server'

export async function insertTeam(
  tx: Tx,
  team: { name: string; parentId: number | null },
): Promise<number> {
  const { id } = await tx.insertInto('teams').values(team).returning('id').executeTakeFirstOrThrow()
  return id
}
