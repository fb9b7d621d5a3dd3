import { sql } from 'kysely'
import type { NamedPerson } from '~/domain/action/history'
import type { Db, Tx } from '../db.server'

export async function insertTheme(tx: Tx, name: string): Promise<number> {
  const { id } = await tx
    .insertInto('themes')
    .values({ name })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The theme of that name, however it is capitalised; undefined where there is none. */
export const themeCalled = (db: Db, name: string): Promise<NamedPerson | undefined> =>
  db
    .selectFrom('themes')
    .where(sql<string>`lower(name)`, '=', sql<string>`lower(${name})`)
    .select(['id', 'name'])
    .executeTakeFirst()

/** The theme of that name, begun where there is none yet; null where no name is given. */
export async function keepTheme(tx: Tx, name: string): Promise<NamedPerson | null> {
  if (name === '') return null
  return (await themeCalled(tx, name)) ?? { id: await insertTheme(tx, name), name }
}

/** Every theme, in the order of the alphabet. */
export const allThemes = (db: Db): Promise<NamedPerson[]> =>
  db.selectFrom('themes').orderBy('name').select(['id', 'name']).execute()
