import { sql } from 'kysely'
import type { Brag } from '~/domain/plan/brag'
import type { CalendarDate } from '~/domain/time/calendar-date'
import type { Db, Tx } from '../db.server'

/** States another colour for an action, until a day. */
export async function insertBragOverride(
  tx: Tx,
  stated: {
    actionId: number
    brag: Brag
    reason: string
    untilOn: CalendarDate
    statedById: number
    statedAt: Date
  },
): Promise<void> {
  await tx.insertInto('bragOverrides').values(stated).execute()
}

/** Ends one before its day, for a reason where it was not somebody's plain wish. */
export async function endBragOverride(
  tx: Tx,
  id: number,
  ended: { endedById: number; endedAt: Date; endReason?: string },
): Promise<void> {
  await tx.updateTable('bragOverrides').set(ended).where('id', '=', id).execute()
}

/** What this person states of these actions and what still runs on the day `today`. */
export async function runningOverridesBy(
  db: Db,
  personId: number,
  actionIds: readonly number[],
  today: CalendarDate,
): Promise<{ id: number; actionId: number; brag: Brag; untilOn: CalendarDate }[]> {
  return db
    .selectFrom('bragOverrides')
    .where('actionId', '=', sql<number>`any(${[...actionIds]}::integer[])`)
    .where('statedById', '=', personId)
    .where('endedAt', 'is', null)
    .where('untilOn', '>=', today)
    .orderBy('id')
    .select(['id', 'actionId', 'brag', 'untilOn'])
    .$narrowType<{ brag: Brag; untilOn: CalendarDate }>()
    .execute()
}
