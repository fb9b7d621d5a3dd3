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
    .innerJoin('people as p', 'p.id', 't.savedById')
    .orderBy('t.validFrom', 'desc')
    .select(['t.id', 't.validFrom', 'p.name as savedByName', 't.why'])
    .select((eb) =>
      jsonArrayFrom(
        eb
          .selectFrom('bragRows as r')
          .whereRef('r.bragTableId', '=', 't.id')
          .orderBy('r.position')
          .select(['r.brag', 'r.delivery', 'r.assurance', 'r.impact', 'r.priorityAction'])
          .select(['r.daysLateOver', 'r.statedDiffers', 'r.evidenceStale']),
      ).as('rows'),
    )

/** Every table that was ever saved, the newest first. */
export async function bragTableVersions(db: Db): Promise<BragTableVersion[]> {
  return (await versions(db).execute()).map(({ rows, ...known }) => ({
    ...known,
    table: rows.map(asRow),
  }))
}

/** The table in force at a moment: by it a past day is judged. Waymark's own before the first was saved. */
export async function bragTableAt(db: Db, moment: Date): Promise<BragTable> {
  const inForce = await versions(db).where('t.validFrom', '<=', moment).limit(1).executeTakeFirst()
  return inForce ? inForce.rows.map(asRow) : defaultBragTable
}

/** A row without the conditions that fit whatever it is; the columns hold what the checks allow. */
const asRow = (columns: object): BragRow =>
  Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== null)) as never

/** Two who save at once follow one another; the second then reads what the first saved. */
export async function lockBragTables(tx: Tx): Promise<void> {
  await tx
    .selectFrom('bragTables')
    .orderBy('id', 'desc')
    .limit(1)
    .select('id')
    .forUpdate()
    .execute()
}

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
