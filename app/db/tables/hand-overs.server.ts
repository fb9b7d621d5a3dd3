import type { Tx } from '../db.server'

/** Writes that what somebody has is handed over to somebody else. */
export async function insertHandOver(
  tx: Tx,
  handOver: { fromId: number; toId: number; note: string; madeById: number; madeAt: Date },
): Promise<number> {
  const { id } = await tx
    .insertInto('handOvers')
    .values(handOver)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
