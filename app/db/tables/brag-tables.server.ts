import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { type BragRow, type BragTable, defaultBragTable } from '~/domain/plan/brag'
import type { Db, Tx } from '../db.server'

/** A table that the council saved, in force from `validFrom` until the next one begins. */
export interface BragTableVersion {
  id: number
  validFrom: Date
  savedByName: string
  why: string
  table: BragTable
}

const versions = (db: Db) =>
  db
    .selectFrom('bragTables as t')
    .orderBy('t.validFrom', 'desc')
    .select((eb) => [
      't.id',
      jsonArrayFrom(
        eb
          .selectFrom('bragRows as r')
          .whereRef('r.bragTableId', '=', 't.id')
          .orderBy('r.position')
          .select(['r.brag', 'r.delivery', 'r.assurance', 'r.impact', 'r.priorityAction'])
          .select(['r.daysLateOver', 'r.statedDiffers', 'r.evidenceStale']),
      ).as('rows'),
    ])

/** Every table that was ever saved, the newest first. */
export async function bragTableVersions(db: Db): Promise<BragTableVersion[]> {
  const saved = await versions(db)
    .innerJoin('people as p', 'p.id', 't.savedById')
    .select(['t.validFrom', 'p.name as savedByName', 't.why'])
    .execute()
  return saved.map(({ rows, ...known }) => ({ ...known, table: rows.map(asRow) }))
}

/** The table that was saved last before a moment; undefined before the first. */
export async function savedBragTableAt(
  db: Db,
  moment: Date,
): Promise<Pick<BragTableVersion, 'id' | 'table'> | undefined> {
  const found = await versions(db).where('t.validFrom', '<=', moment).limit(1).executeTakeFirst()
  return found && { id: found.id, table: found.rows.map(asRow) }
}

/** The table in force at a moment: by it a past day is judged. Waymark's own before the first was saved. */
export const bragTableAt = async (db: Db, moment: Date): Promise<BragTable> =>
  (await savedBragTableAt(db, moment))?.table ?? defaultBragTable

/** A row without the conditions that fit whatever it is; the columns hold what the checks allow. */
const asRow = (columns: object): BragRow =>
  Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== null)) as never

/** Two who save at once follow one another; the second then reads what the first saved. */
export const lockBragTables = (tx: Tx): Promise<unknown> =>
  sql`lock table brag_tables in share row exclusive mode`.execute(tx)

export async function insertBragTable(
  tx: Tx,
  saved: { validFrom: Date; savedById: number; why: string; table: BragTable },
): Promise<number> {
  const { table, ...version } = saved
  const { id } = await tx
    .insertInto('bragTables')
    .values(version)
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('bragRows')
    .values(
      table.map(({ delivery, assurance, impact, ...row }, at) => ({
        ...row,
        bragTableId: id,
        position: at + 1,
        delivery: delivery ? [...delivery] : null,
        assurance: assurance ? [...assurance] : null,
        impact: impact ? [...impact] : null,
      })),
    )
    .execute()
  return id
}
