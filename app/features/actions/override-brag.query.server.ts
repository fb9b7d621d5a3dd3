import type { Context } from '~/auth/context.server'
import { judgedActions, type JudgedAction } from '~/db/action-facts.server'
import type { Db } from '~/db/db.server'
import { bragTableAt } from '~/db/tables/brag-tables.server'
import { type ActionStanding, actionStanding } from '~/domain/action/standing'
import type { Decision } from '~/domain/decision'
import { canOverrideBrag, lastDayFor, type OverrideFacts } from '~/domain/plan/brag-override'
import type { CalendarDate } from '~/domain/time/calendar-date'

export interface ColouredAction {
  action: JudgedAction
  standing: ActionStanding
  /** what stating another colour is judged by */
  facts: OverrideFacts
}

/** An action with its colour by the table that stands now; undefined where there is none. */
export async function colouredAction(
  db: Db,
  { now, today }: Pick<Context, 'now' | 'today'>,
  actionId: number,
): Promise<ColouredAction | undefined> {
  const [action] = await judgedActions(db, { actionIds: [actionId] })
  if (!action) return undefined
  const standing = actionStanding(action, today, await bragTableAt(db, now))
  const { derived, stated } = standing.colour
  return { action, standing, facts: { ownerId: action.ownerId, derived, running: stated } }
}

export interface OverrideBragView {
  action: { id: number; title: string; hasOwner: boolean; hasDate: boolean }
  colour: ActionStanding['colour']
  today: CalendarDate
  lastDay: CalendarDate
  decision: Decision
}

export async function overrideBragView(
  { db, actor, now, today }: Context,
  actionId: number,
): Promise<OverrideBragView | undefined> {
  const coloured = await colouredAction(db, { now, today }, actionId)
  if (!coloured) return undefined
  const { action, standing, facts } = coloured
  return {
    action: {
      ...{ id: action.id, title: action.title },
      ...{ hasOwner: action.ownerId !== null, hasDate: action.dueOn !== null },
    },
    colour: standing.colour,
    today,
    lastDay: lastDayFor(today),
    decision: canOverrideBrag(actor, facts, today),
  }
}
