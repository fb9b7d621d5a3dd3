import type { Duty } from '~/domain/inspection/duties'
import type { CalendarDate } from '~/domain/time/calendar-date'
import type { Tx } from '../db.server'

/** Sets what is known of one duty: the date that Ofsted's letter states, and the day it was met. */
export async function upsertInspectionDuty(
  tx: Tx,
  of: { inspectionId: number; duty: Duty },
  dates: { statedOn: CalendarDate | null; metOn: CalendarDate | null },
): Promise<void> {
  await tx
    .insertInto('inspectionDuties')
    .values({ ...of, ...dates })
    .onConflict((conflict) => conflict.columns(['inspectionId', 'duty']).doUpdateSet(dates))
    .execute()
}
