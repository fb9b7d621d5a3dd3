import type { Insertable } from 'kysely'
import type { CalendarDate } from '~/domain/time/calendar-date'
import type { Tx } from '../db.server'
import type { DB } from '../schema'

export async function insertAction(
  tx: Tx,
  action: Omit<Insertable<DB['actions']>, 'originalDueOn' | 'version' | 'deliveredOn'>,
): Promise<number> {
  const { id } = await tx
    .insertInto('actions')
    .values({ ...action, originalDueOn: action.dueOn })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/**
 * Adds many actions at once, each with the due date it had first and the one it has now; the ids come in
 * the order of the actions.
 */
export async function insertActions(
  tx: Tx,
  actions: readonly Omit<Insertable<DB['actions']>, 'version'>[],
): Promise<number[]> {
  const rows = await tx
    .insertInto('actions')
    .values([...actions])
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Makes everybody else who acts on this action wait; says whether it is there. Lock, then read. */
export async function lockAction(tx: Tx, id: number): Promise<boolean> {
  const row = await tx
    .selectFrom('actions')
    .where('id', '=', id)
    .select('id')
    .forUpdate()
    .executeTakeFirst()
  return row !== undefined
}

/** The same for many, in the order of their ids: two who lock some of them meet in the same order. */
export async function lockActions(tx: Tx, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return
  await tx
    .selectFrom('actions')
    .where('id', 'in', [...ids])
    .orderBy('id')
    .select('id')
    .forUpdate()
    .execute()
}

/** Makes somebody the owner, and counts that as an edit. Answers the version that it is now. */
export const giveAction = (tx: Tx, id: number, ownerId: number): Promise<number> =>
  countEdit(tx, id, { ownerId })

/** Counts what changed beside the row itself, such as who contributes, as an edit. */
export async function countEdit(
  tx: Tx,
  id: number,
  columns: { ownerId?: number } = {},
): Promise<number> {
  const { version } = await tx
    .updateTable('actions')
    .set((eb) => ({ ...columns, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}

/** Writes an edit and counts it. A first due date is also the original one. */
export async function updateAction(
  tx: Tx,
  id: number,
  {
    dueOn,
    ...words
  }: {
    title: string
    outcome: string
    successMeasure: string
    ownerId: number | null
    startOn: CalendarDate | null
    dueOn: CalendarDate | null
    teamId: number | null
    themeId: number | null
  },
): Promise<void> {
  await tx
    .updateTable('actions')
    .set((eb) => ({
      ...words,
      originalDueOn: eb.fn.coalesce('originalDueOn', eb.cast<string>(eb.val(dueOn), 'date')),
      dueOn: eb.fn.coalesce('dueOn', eb.cast<string>(eb.val(dueOn), 'date')),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
}

/** Moves the present due date; the database asks for the change that says so. */
export async function moveDueDate(tx: Tx, id: number, dueOn: CalendarDate): Promise<void> {
  await tx.updateTable('actions').set({ dueOn }).where('id', '=', id).execute()
}

export async function markDelivered(tx: Tx, id: number, deliveredOn: CalendarDate): Promise<void> {
  await tx.updateTable('actions').set({ deliveredOn }).where('id', '=', id).execute()
}

/** One edit of each of these, counted. */
export async function changeActions(
  tx: Tx,
  ids: readonly number[],
  columns: { ownerId: number } | { teamId: number } | { themeId: number },
): Promise<void> {
  await tx
    .updateTable('actions')
    .set((eb) => ({ ...columns, version: eb('version', '+', 1) }))
    .where('id', 'in', [...ids])
    .execute()
}
