import type { Tx } from '../db.server'

export async function insertTheme(tx: Tx, name: string): Promise<number> {
  const { id } = await tx
    .insertInto('themes')
    .values({ name })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
