import type { CalendarDate } from '~/domain/time/calendar-date'
import type { Tx } from '../db.server'

export async function insertMilestone(
  tx: Tx,
  milestone: { actionId: number; title: string; dueOn: CalendarDate },
): Promise<number> {
  const { id } = await tx
    .insertInto('milestones')
    .values(milestone)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Adds steps of many actions at once; what is done already comes with its day. */
export async function insertMilestones(
  tx: Tx,
  milestones: readonly {
    actionId: number
    title: string
    dueOn: CalendarDate
    doneOn: CalendarDate | null
  }[],
): Promise<void> {
  if (milestones.length === 0) return
  await tx
    .insertInto('milestones')
    .values([...milestones])
    .execute()
}

/** Makes everybody else who acts on this milestone wait; says whether it is there. */
export async function lockMilestone(tx: Tx, id: number): Promise<boolean> {
  const row = await tx
    .selectFrom('milestones')
    .where('id', '=', id)
    .select('id')
    .forUpdate()
    .executeTakeFirst()
  return row !== undefined
}

export async function completeMilestone(tx: Tx, id: number, doneOn: CalendarDate): Promise<void> {
  await tx.updateTable('milestones').set({ doneOn }).where('id', '=', id).execute()
}
