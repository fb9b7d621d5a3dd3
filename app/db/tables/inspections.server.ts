import type { Insertable } from 'kysely'
import type { CalendarDate } from '~/domain/time/calendar-date'
import type { Tx } from '../db.server'
import type { DB } from '../schema'

export async function insertInspection(
  tx: Tx,
  inspection: Insertable<DB['inspections']>,
): Promise<number> {
  const { id } = await tx
    .insertInto('inspections')
    .values(inspection)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Holds the inspection until the transaction ends. */
export async function lockInspection(tx: Tx, id: number): Promise<void> {
  await tx.selectFrom('inspections').where('id', '=', id).select('id').forUpdate().execute()
}

export async function updateReportReceivedOn(
  tx: Tx,
  id: number,
  reportReceivedOn: CalendarDate | null,
): Promise<void> {
  await tx.updateTable('inspections').set({ reportReceivedOn }).where('id', '=', id).execute()
}
