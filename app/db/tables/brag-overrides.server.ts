import type { Brag } from '~/domain/plan/brag'
import type { CalendarDate } from '~/domain/time/calendar-date'
import type { Tx } from '../db.server'

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

/** Ends one before its day. */
export async function endBragOverride(
  tx: Tx,
  id: number,
  ended: { endedById: number; endedAt: Date },
): Promise<void> {
  await tx.updateTable('bragOverrides').set(ended).where('id', '=', id).execute()
}
