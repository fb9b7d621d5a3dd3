import { sql } from 'kysely'
import pg from 'pg'
import { test as base, inject } from 'vitest'
import { type Db, openDatabase, type Tx } from '~/db/db.server'

/** A database of its own for this worker, copied from the migrated template on first use. */
let own: Promise<Db> | undefined

export function workerDatabase(): Promise<Db> {
  return (own ??= copyTemplate())
}

async function copyTemplate(): Promise<Db> {
  const template = inject('template')
  const name = `${template}_${process.pid}_${process.env.VITEST_POOL_ID ?? 0}`
  const client = new pg.Client(`${inject('postgres')}/postgres`)
  await client.connect()
  try {
    const found = await client.query('select from pg_database where datname = $1', [name])
    if (found.rowCount === 0) await client.query(`create database ${name} template ${template}`)
  } finally {
    await client.end()
  }
  return openDatabase(`${inject('postgres')}/${name}`, 4)
}

/**
 * A test whose `db` is one transaction against a real Postgres, rolled back at its end. Commands
 * called in it run as savepoints of that transaction, with every constraint checked as at a commit.
 */
export const test = base.extend<{ db: Tx }>({
  // vitest wants the first argument destructured
  // eslint-disable-next-line no-empty-pattern
  db: async ({}, use) => {
    const database = await workerDatabase()
    const rollback = new Error('the end of the test')
    await database
      .transaction()
      .execute(async (tx) => {
        await use(tx)
        throw rollback
      })
      .catch((error: unknown) => {
        if (error !== rollback) throw error
      })
  },
})

/** Lets a test make a statement fail and go on. */
export async function expectRefusedBy(db: Tx, constraint: string, attempt: () => Promise<unknown>) {
  await sql`savepoint attempt`.execute(db)
  let name: unknown
  try {
    await attempt()
    await sql`set constraints all immediate`.execute(db)
  } catch (error) {
    name = (error as { constraint?: unknown }).constraint ?? error
  }
  await sql`rollback to savepoint attempt`.execute(db)
  if (name !== constraint) {
    throw new Error(`Expected ${constraint} to refuse; what happened: ${String(name ?? 'nothing')}`)
  }
}
