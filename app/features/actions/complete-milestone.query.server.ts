import type { Context } from '~/auth/context.server'
import type { Db } from '~/db/db.server'
import { isOwned } from '~/db/owned.server'
import { canCompleteMilestone } from '~/domain/action/milestone'
import type { Decision } from '~/domain/decision'
import type { CalendarDate } from '~/domain/time/calendar-date'

export interface CompleteMilestoneView {
  id: number
  title: string
  dueOn: CalendarDate
  action: { id: number; title: string; hasOwner: boolean; hasDate: boolean }
  decision: Decision
  today: CalendarDate
}

export async function milestoneFacts(db: Db, milestoneId: number) {
  const row = await db
    .selectFrom('milestones as m')
    .innerJoin('actions as a', 'a.id', 'm.actionId')
    .where('m.id', '=', milestoneId)
    .select([
      'm.id',
      'm.title',
      'm.dueOn',
      'm.doneOn',
      'a.id as actionId',
      'a.title as actionTitle',
      isOwned().as('hasOwner'),
      'a.dueOn as actionDueOn',
    ])
    .executeTakeFirst()
  return (
    row && {
      ...row,
      dueOn: row.dueOn as CalendarDate,
      doneOn: row.doneOn as CalendarDate | null,
    }
  )
}

export async function completeMilestoneView(
  { db, actor, today }: Context,
  milestoneId: number,
): Promise<CompleteMilestoneView | undefined> {
  const facts = await milestoneFacts(db, milestoneId)
  return (
    facts && {
      id: facts.id,
      title: facts.title,
      dueOn: facts.dueOn,
      action: {
        id: facts.actionId,
        title: facts.actionTitle,
        hasOwner: facts.hasOwner,
        hasDate: facts.actionDueOn !== null,
      },
      decision: canCompleteMilestone(actor, facts),
      today,
    }
  )
}
