import type { Context } from '~/auth/context.server'
import type { Db } from '~/db/db.server'
import type { Decision } from '~/domain/decision'
import { canAddDependency } from '~/domain/plan/dependencies'
import type { CalendarDate } from '~/domain/time/calendar-date'
import { actionInBrief, type ActionInBrief } from './action-in-brief.query.server'

export interface Dependency {
  id: number
  title: string
  dueOn: CalendarDate | null
  deliveredOn: CalendarDate | null
}

export interface Dependencies {
  /** what the action waits for */
  needs: Dependency[]
  /** what waits for it */
  neededBy: Dependency[]
}

export interface DependenciesView extends Dependencies {
  action: ActionInBrief
  decision: Decision
}

/** What an action waits for, and what waits for it, by their dates. */
export async function dependenciesOf(db: Db, actionId: number): Promise<Dependencies> {
  const others = (mine: 'd.actionId' | 'd.needsId', other: 'd.actionId' | 'd.needsId') =>
    db
      .selectFrom('actionDependencies as d')
      .innerJoin('actions as a', 'a.id', other)
      .where(mine, '=', actionId)
      .orderBy('a.dueOn')
      .orderBy('a.id')
      .select(['a.id', 'a.title', 'a.dueOn', 'a.deliveredOn'])
      .$narrowType<{ dueOn: CalendarDate | null; deliveredOn: CalendarDate | null }>()
      .execute()
  return {
    needs: await others('d.actionId', 'd.needsId'),
    neededBy: await others('d.needsId', 'd.actionId'),
  }
}

export async function dependenciesView(
  context: Context,
  actionId: number,
): Promise<DependenciesView | undefined> {
  const action = await actionInBrief(context, actionId)
  return (
    action && {
      action: action.brief,
      ...(await dependenciesOf(context.db, actionId)),
      decision: canAddDependency(context.actor),
    }
  )
}
