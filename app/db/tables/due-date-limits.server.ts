import { sql } from 'kysely'
import { type DueDateSettings, defaultDueDateSettings } from '~/domain/action/due-date-change'
import type { Db, Tx } from '../db.server'

/** Limits that the council set, in force from `validFrom` until the next ones. */
export interface DueDateLimitVersion {
  id: number
  validFrom: Date
  savedByName: string
  why: string
  limits: DueDateSettings
}

const limitColumns = [
  'l.anyChangeOnPriorityAction',
  'l.workingDaysWithoutAgreement',
  'l.agreementFromChange',
  'l.lateMoveDaysBefore',
] as const

/** Every version of the limits that was ever set, the newest first. */
export async function dueDateLimitVersions(db: Db): Promise<DueDateLimitVersion[]> {
  const rows = await db
    .selectFrom('dueDateLimits as l')
    .innerJoin('people as p', 'p.id', 'l.savedById')
    .orderBy('l.validFrom', 'desc')
    .select(['l.id', 'l.validFrom', 'p.name as savedByName', 'l.why'])
    .select(limitColumns)
    .execute()
  return rows.map(({ id, validFrom, savedByName, why, ...limits }) => ({
    ...{ id, validFrom, savedByName, why },
    limits,
  }))
}

/** The limits in force at a moment; Waymark's own before the first were set. */
export const dueDateLimitsAt = async (db: Db, moment: Date): Promise<DueDateSettings> =>
  (await db
    .selectFrom('dueDateLimits as l')
    .where('l.validFrom', '<=', moment)
    .orderBy('l.validFrom', 'desc')
    .limit(1)
    .select(limitColumns)
    .executeTakeFirst()) ?? defaultDueDateSettings

/** Two who set them at once follow one another; the second then reads what the first set. */
export const lockDueDateLimits = (tx: Tx): Promise<unknown> =>
  sql`lock table due_date_limits in share row exclusive mode`.execute(tx)

export async function insertDueDateLimits(
  tx: Tx,
  { limits, ...set }: { validFrom: Date; savedById: number; why: string; limits: DueDateSettings },
): Promise<number> {
  const { id } = await tx
    .insertInto('dueDateLimits')
    .values({ ...set, ...limits })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
