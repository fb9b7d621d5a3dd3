import { promises as fs } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { CamelCasePlugin, Kysely, type Migration, Migrator, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import type { DB } from '../app/db/schema'
import { seedReference } from '../seeds/reference/seed-reference'

const folder = fileURLToPath(new URL('../migrations/', import.meta.url))

/** Migrations are SQL files, run in the order of their names and only forwards. */
async function migrations(): Promise<Record<string, Migration>> {
  const files = (await fs.readdir(folder)).filter((file) => file.endsWith('.sql')).sort()
  return Object.fromEntries(
    files.map((file) => [
      path.basename(file, '.sql'),
      {
        up: async (db: Kysely<unknown>) => {
          await sql.raw(await fs.readFile(path.join(folder, file), 'utf8')).execute(db)
        },
      },
    ]),
  )
}

/** Makes the database that `url` names, unless it is there. */
export async function createDatabase(url: string): Promise<void> {
  const server = new URL(url)
  const name = server.pathname.slice(1)
  server.pathname = '/postgres'
  const client = new pg.Client(server.href)
  await client.connect()
  try {
    const found = await client.query('select from pg_database where datname = $1', [name])
    if (found.rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`)
  } finally {
    await client.end()
  }
}

/** Brings the database to the newest schema, with the reference data (frameworks) it rests on. */
export async function migrate(url: string): Promise<string[]> {
  const pool = new pg.Pool({ connectionString: url, max: 2 })
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) })
  try {
    const migrator = new Migrator({ db, provider: { getMigrations: migrations } })
    const { error, results } = await migrator.migrateToLatest()
    if (error) throw error // all run in one transaction: what succeeded before it is rolled back too
    await seedReference(db.withPlugin(new CamelCasePlugin()))
    return (results ?? []).map((result) => result.migrationName)
  } finally {
    await db.destroy()
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const url = process.env.DATABASE_URL
  if (!url) throw new Error('DATABASE_URL is not set')
  if (process.argv.includes('--create-database')) await createDatabase(url)
  const done = await migrate(url)
  console.log(done.length === 0 ? 'The schema is up to date.' : `Migrated: ${done.join(', ')}`)
}
