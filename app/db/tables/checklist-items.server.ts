import { sql } from 'kysely'
import { byUrgency, type ChecklistItem } from '~/domain/plan/checklist'
import { type CalendarDate, calendarDateIn } from '~/domain/time/calendar-date'
import type { Db, Tx } from '../db.server'

export interface ItemColumns {
  what: string
  ownerId: number | null
  dueOn: CalendarDate | null
}

export async function insertChecklistItem(
  tx: Tx,
  item: ItemColumns & { visitId: number; addedById: number; addedAt: Date },
): Promise<number> {
  const { id } = await tx
    .insertInto('checklistItems')
    .values(item)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function updateChecklistItem(
  tx: Tx,
  id: number,
  columns: Partial<ItemColumns>,
): Promise<void> {
  await tx
    .updateTable('checklistItems')
    .set((eb) => ({ ...columns, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** Makes everybody else who acts on this item wait. Lock, then read. */
export async function lockChecklistItem(tx: Tx, id: number): Promise<void> {
  await tx.selectFrom('checklistItems').where('id', '=', id).select('id').forUpdate().execute()
}

/** An item with how it stands now, and what the rules ask about its visit. */
export interface ChecklistFacts extends ChecklistItem {
  visitId: number
  version: number
  addedOn: CalendarDate
  addedByName: string
  /** how often it was said to be done */
  rounds: number
  /** the latest saying so, where that was not taken back */
  completionId: number | null
}

/** The items of a visit, of an owner, or some by their numbers; what is to be done first. */
export async function checklistFacts(
  db: Db,
  only: { visitId: number } | { ownerId: number } | { itemIds: readonly number[] },
): Promise<ChecklistFacts[]> {
  const rows = await db
    .selectFrom('checklistItems as c')
    .innerJoin('people as adder', 'adder.id', 'c.addedById')
    .leftJoin('people as owner', 'owner.id', 'c.ownerId')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('checklistCompletions as d')
          .innerJoin('people as by', 'by.id', 'd.doneById')
          .leftJoin('checklistReopenings as r', 'r.completionId', 'd.id')
          .whereRef('d.itemId', '=', 'c.id')
          .orderBy('d.round', 'desc')
          .limit(1)
          .select(['d.id', 'd.round', 'd.doneAt', 'by.name', 'r.completionId as takenBack'])
          .as('said'),
      (join) => join.onTrue(),
    )
    .$if('visitId' in only, (q) => q.where('c.visitId', '=', (only as { visitId: number }).visitId))
    .$if('ownerId' in only, (q) => q.where('c.ownerId', '=', (only as { ownerId: number }).ownerId))
    .$if('itemIds' in only, (q) =>
      q.where('c.id', 'in', [...(only as { itemIds: readonly number[] }).itemIds]),
    )
    .select(['c.id', 'c.visitId', 'c.what', 'c.ownerId', 'c.dueOn', 'c.version', 'c.addedAt'])
    .select(['owner.name as ownerName', 'adder.name as addedByName'])
    .select(sql<boolean>`owner.suspended_at is not null`.as('ownerLeft'))
    .select(['said.id as saidId', 'said.round', 'said.doneAt', 'said.name as doneBy'])
    .select('said.takenBack')
    .execute()
  return rows
    .map(({ addedAt, saidId, round, doneAt, doneBy, takenBack, ...row }) => {
      const isDone = saidId !== null && takenBack === null
      return {
        ...row,
        dueOn: row.dueOn as CalendarDate | null,
        addedOn: calendarDateIn(addedAt, 'Europe/London'),
        rounds: round ?? 0,
        completionId: isDone ? saidId : null,
        done: isDone ? { byName: doneBy!, on: calendarDateIn(doneAt!, 'Europe/London') } : null,
      }
    })
    .sort(byUrgency)
}

export const checklistItem = async (db: Db, itemId: number): Promise<ChecklistFacts | undefined> =>
  (await checklistFacts(db, { itemIds: [itemId] }))[0]
