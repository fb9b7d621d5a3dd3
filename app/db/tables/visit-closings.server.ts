import { type CalendarDate, calendarDateIn } from '~/domain/time/calendar-date'
import type { Db, Tx } from '../db.server'

export async function insertVisitClosing(
  tx: Tx,
  closing: {
    visitId: number
    inspectionId: number | null
    said: string
    closedById: number
    closedAt: Date
  },
): Promise<void> {
  await tx.insertInto('visitClosings').values(closing).execute()
}

export interface VisitClosing {
  said: string
  byName: string
  on: CalendarDate
}

/** How a visit was closed, and its letter; each undefined where there is none. */
export async function closingOf(
  db: Db,
  visitId: number,
): Promise<{ closing: VisitClosing | undefined; letterId: number | undefined }> {
  const row = await db
    .selectFrom('visits as v')
    .leftJoin('visitLetters as l', 'l.visitId', 'v.id')
    .leftJoin('visitClosings as c', 'c.visitId', 'v.id')
    .leftJoin('people as by', 'by.id', 'c.closedById')
    .where('v.id', '=', visitId)
    .select(['l.inspectionId', 'c.said', 'c.closedAt', 'by.name'])
    .executeTakeFirst()
  return {
    letterId: row?.inspectionId ?? undefined,
    closing: row?.closedAt
      ? { said: row.said!, byName: row.name!, on: calendarDateIn(row.closedAt, 'Europe/London') }
      : undefined,
  }
}

/** When each visit was closed; what is open is left out. */
export async function closedDays(db: Db): Promise<Map<number, CalendarDate>> {
  const rows = await db.selectFrom('visitClosings').select(['visitId', 'closedAt']).execute()
  return new Map(
    rows.map(({ visitId, closedAt }) => [visitId, calendarDateIn(closedAt, 'Europe/London')]),
  )
}
