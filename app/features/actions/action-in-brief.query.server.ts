import { judgedActions, type JudgedAction } from '~/db/action-facts.server'
import type { Context } from '~/auth/context.server'
import { isUnowned } from '~/domain/action/ownership'
import { type ActionStanding, actionStanding } from '~/domain/action/standing'

/** What the forms about one action show of it. */
export interface ActionInBrief {
  id: number
  title: string
  hasOwner: boolean
  hasDate: boolean
  standing: ActionStanding
}

/** An action with how it stands today, and the facts for the rule of the form; undefined if not there. */
export async function actionInBrief(
  { db, today }: Pick<Context, 'db' | 'today'>,
  actionId: number,
): Promise<{ brief: ActionInBrief; facts: JudgedAction } | undefined> {
  const [facts] = await judgedActions(db, { actionIds: [actionId] })
  if (!facts) return undefined
  const brief = {
    id: facts.id,
    title: facts.title,
    hasOwner: !isUnowned(facts),
    hasDate: facts.dueOn !== null,
    standing: actionStanding(facts, today),
  }
  return { brief, facts }
}
