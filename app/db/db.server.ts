import { CamelCasePlugin, Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import pg from 'pg'
import { no, type Refusal } from '~/domain/decision'
import { sentenceFor } from './constraints.server'
import type { DB } from './schema'

// pg turns a date into a Date at local midnight, which moves by a day in other time zones.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)
// Counts and sizes fit into a number here: 2^53 rows or bytes are not to be had.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

export type Db = Kysely<DB>
export type Tx = Transaction<DB>

/** A pool of connections to the database at `url`. */
export function openDatabase(url: string, connections = 10): Db {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: 5_000,
  })
  // Without a listener a lost idle connection is an uncaught exception, and the server ends.
  pool.on('error', () => undefined)
  return new Kysely<DB>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin()],
  })
}

/** Thrown by a story that meets a refusal after it has written something: nothing of it is kept. */
export class NothingKept extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.because)
  }
}

/**
 * Runs a story in one transaction that acts at `now`. A constraint that a race lets through becomes
 * its refusal, and so does what it throws as `NothingKept`; any other error is thrown, and nothing is
 * kept. Called inside a transaction, it is a savepoint of that one, with the same promises.
 */
export async function inTransaction<Result>(
  { db, now }: { db: Db; now: Date },
  story: (tx: Tx) => Promise<Result>,
): Promise<Result | Refusal> {
  const atThatMoment = async (tx: Tx) => {
    await sql`select set_config('waymark.now', ${now.toISOString()}, true)`.execute(tx)
    return story(tx)
  }
  try {
    if (!db.isTransaction) return await db.transaction().execute(atThatMoment)
    return await inSavepoint(db as Tx, atThatMoment)
  } catch (error) {
    if (error instanceof NothingKept) return error.refusal
    const because = sentenceFor(error)
    if (because) return no(because)
    throw error
  }
}

async function inSavepoint<Result>(tx: Tx, story: (tx: Tx) => Promise<Result>): Promise<Result> {
  await sql`savepoint story`.execute(tx)
  try {
    const result = await story(tx)
    await sql`set constraints all immediate; set constraints all deferred; release savepoint story`.execute(
      tx,
    )
    return result
  } catch (error) {
    await sql`rollback to savepoint story`.execute(tx)
    throw error
  }
}

/**
 * Reads the plan as it stood at `moment`: the same queries, answered by that moment's rows. Within a
 * reading of one moment another may be read; two are read one after the other, not at once, because
 * they share the connection.
 */
export async function asAt<Result>(
  db: Db,
  moment: Date,
  read: (db: Db) => Promise<Result>,
): Promise<Result> {
  const reading = async (tx: Tx) => {
    const before = await lookAt(tx, { path: 'as_at, public', moment: moment.toISOString() })
    const result = await read(tx)
    await lookAt(tx, before)
    return result
  }
  return db.isTransaction ? reading(db as Tx) : db.transaction().execute(reading)
}

interface Look {
  path: string
  /** empty for the present */
  moment: string
}

/** Where names are looked up and at what moment, until the transaction ends; answers what it was before. */
async function lookAt(tx: Tx, { path, moment }: Look): Promise<Look> {
  const { rows } = await sql<Look>`
    with before as materialized (
      select current_setting('search_path') as path,
             coalesce(current_setting('waymark.as_at', true), '') as moment
    )
    select before.*, set_config('search_path', ${path}, true),
           set_config('waymark.as_at', ${moment}, true)
      from before`.execute(tx)
  return rows[0]!
}

const goneCodes = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|57P0[123]|08\w{3}|53300)$/
const goneMessages = /^(Connection terminated|timeout exceeded when trying to connect)/

/** Whether an error means that Postgres cannot be reached just now, so that trying again will help. */
export function isDatabaseGone(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (error instanceof AggregateError) return error.errors.some(isDatabaseGone)
  const code = (error as { code?: unknown }).code
  return (typeof code === 'string' && goneCodes.test(code)) || goneMessages.test(error.message)
}
