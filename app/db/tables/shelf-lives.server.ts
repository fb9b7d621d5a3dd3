import { sql } from 'kysely'
import { defaultShelfLives, type ShelfLives } from '~/domain/evidence/kinds'
import type { Db, Tx } from '../db.server'
import { forEachKindIn, kindColumnsOf } from './kind-columns'

/** Shelf lives that the council set, in force from `validFrom` until the next ones. */
export interface ShelfLivesVersion {
  id: number
  validFrom: Date
  savedByName: string
  why: string
  lives: ShelfLives
}

/** Every version that was ever set, the newest first. */
export async function shelfLivesVersions(db: Db): Promise<ShelfLivesVersion[]> {
  const rows = await db
    .selectFrom('shelfLives as s')
    .innerJoin('people as p', 'p.id', 's.savedById')
    .orderBy('s.validFrom', 'desc')
    .selectAll('s')
    .select('p.name as savedByName')
    .execute()
  return rows.map(({ id, validFrom, savedByName, why, ...row }) => ({
    ...{ id, validFrom, savedByName, why },
    lives: forEachKindIn(row),
  }))
}

/** The shelf lives in force at a moment: by them a past day is judged. Waymark's own before the first. */
export async function shelfLivesAt(db: Db, moment: Date): Promise<ShelfLives> {
  const row = await db
    .selectFrom('shelfLives')
    .where('validFrom', '<=', moment)
    .orderBy('validFrom', 'desc')
    .limit(1)
    .selectAll()
    .executeTakeFirst()
  return row ? forEachKindIn(row) : defaultShelfLives
}

/** The newest that this reading of the plan knows: under asAt those of that moment. */
export async function knownShelfLives(db: Db): Promise<ShelfLives> {
  const row = await db
    .selectFrom('shelfLives')
    .orderBy('validFrom', 'desc')
    .limit(1)
    .selectAll()
    .executeTakeFirst()
  return row ? forEachKindIn(row) : defaultShelfLives
}

/** The newest that was known at each of the moments, as a reading of the plan as at it knows them. */
export async function shelfLivesKnownAt(db: Db, moments: readonly Date[]): Promise<ShelfLives[]> {
  const rows = await db.selectFrom('shelfLives').orderBy('validFrom', 'desc').selectAll().execute()
  const versions = rows.map((row) => ({ since: row.recordedAt, lives: forEachKindIn(row) }))
  return moments.map(
    (moment) => versions.find(({ since }) => since <= moment)?.lives ?? defaultShelfLives,
  )
}

/** Two who set them at once follow one another; the second then reads what the first set. */
export const lockShelfLives = (tx: Tx): Promise<unknown> =>
  sql`lock table shelf_lives in share row exclusive mode`.execute(tx)

export async function insertShelfLives(
  tx: Tx,
  { lives, ...set }: { validFrom: Date; savedById: number; why: string; lives: ShelfLives },
): Promise<number> {
  const { id } = await tx
    .insertInto('shelfLives')
    .values({ ...set, ...kindColumnsOf(lives) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
