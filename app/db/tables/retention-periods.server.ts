import { sql } from 'kysely'
import { defaultRetention, type Retention } from '~/domain/evidence/retention'
import type { Db, Tx } from '../db.server'
import { forEachKindIn, kindColumnsOf } from './kind-columns'

/** Periods that the council set, in force from `validFrom` until the next ones. */
export interface RetentionVersion {
  id: number
  validFrom: Date
  savedByName: string
  why: string
  retention: Retention
}

/** Every version that was ever set, the newest first. */
export async function retentionVersions(db: Db): Promise<RetentionVersion[]> {
  const rows = await db
    .selectFrom('retentionPeriods as r')
    .innerJoin('people as p', 'p.id', 'r.savedById')
    .orderBy('r.validFrom', 'desc')
    .selectAll('r')
    .select('p.name as savedByName')
    .execute()
  return rows.map(({ id, validFrom, savedByName, why, ...row }) => ({
    ...{ id, validFrom, savedByName, why },
    retention: forEachKindIn(row),
  }))
}

/** How long evidence is kept at a moment; as Waymark has it before the council first set it. */
export async function retentionAt(db: Db, moment: Date): Promise<Retention> {
  const row = await db
    .selectFrom('retentionPeriods')
    .where('validFrom', '<=', moment)
    .orderBy('validFrom', 'desc')
    .limit(1)
    .selectAll()
    .executeTakeFirst()
  return row ? forEachKindIn(row) : defaultRetention
}

/** Two who set them at once follow one another; the second then reads what the first set. */
export const lockRetention = (tx: Tx): Promise<unknown> =>
  sql`lock table retention_periods in share row exclusive mode`.execute(tx)

export async function insertRetention(
  tx: Tx,
  { retention, ...set }: { validFrom: Date; savedById: number; why: string; retention: Retention },
): Promise<number> {
  const { id } = await tx
    .insertInto('retentionPeriods')
    .values({ ...set, ...kindColumnsOf(retention) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
