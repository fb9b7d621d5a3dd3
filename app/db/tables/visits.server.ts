import type { Insertable } from 'kysely'
import type { VisitKind } from '~/domain/inspection/visit-kinds'
import type { CalendarDate } from '~/domain/time/calendar-date'
import type { Db, Tx } from '../db.server'
import type { DB } from '../schema'

export async function insertVisit(tx: Tx, visit: Insertable<DB['visits']>): Promise<number> {
  const { id } = await tx
    .insertInto('visits')
    .values(visit)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** What is known of a visit before it is held. */
export interface VisitColumns {
  kind: VisitKind
  expectedFrom: CalendarDate
  expectedTo: CalendarDate
  covers: string
  leadInspector: string
  letterPublished: boolean | null
}

export async function updateVisit(tx: Tx, id: number, columns: VisitColumns): Promise<void> {
  await tx
    .updateTable('visits')
    .set((eb) => ({ ...columns, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function recordVisitHeld(
  tx: Tx,
  id: number,
  held: {
    heldFrom: CalendarDate
    heldTo: CalendarDate
    leadInspector: string
    letterPublished: boolean | null
  },
): Promise<void> {
  await tx.updateTable('visits').set(held).where('id', '=', id).execute()
}

export async function lockVisit(tx: Tx, id: number): Promise<void> {
  await tx.selectFrom('visits').where('id', '=', id).select('id').forUpdate().execute()
}

/** A visit with what its rules and its pages ask about. */
export interface VisitFacts {
  id: number
  kind: VisitKind
  inspectionId: number
  inspectedTo: CalendarDate
  expectedFrom: CalendarDate
  expectedTo: CalendarDate
  heldFrom: CalendarDate | null
  heldTo: CalendarDate | null
  leadInspector: string
  covers: string
  letterPublished: boolean | null
  version: number
}

const visitFacts = (db: Db) =>
  db
    .selectFrom('visits as v')
    .innerJoin('inspections as i', 'i.id', 'v.inspectionId')
    .select([
      'v.id',
      'v.kind',
      'v.inspectionId',
      'i.inspectedTo',
      'v.expectedFrom',
      'v.expectedTo',
      'v.heldFrom',
      'v.heldTo',
      'v.leadInspector',
      'v.covers',
      'v.letterPublished',
      'v.version',
    ])
    // what the table's checks allow
    .$castTo<VisitFacts>()

export const allVisits = (db: Db): Promise<VisitFacts[]> =>
  visitFacts(db).orderBy('v.expectedFrom').orderBy('v.id').execute()

export const visitById = (db: Db, id: number): Promise<VisitFacts | undefined> =>
  visitFacts(db).where('v.id', '=', id).executeTakeFirst()
