import type { Context } from '~/auth/context.server'
import { inTransaction } from '~/db/db.server'
import { deleteDependency } from '~/db/tables/action-dependencies.server'
import { lockActions } from '~/db/tables/actions.server'
import { type Decision, yes } from '~/domain/decision'
import { canAddDependency } from '~/domain/plan/dependencies'
import { dependenciesOf } from './dependencies.query.server'
import { recordActionEvent } from './record-action-event.server'

/** Records that an action no longer waits for another; that it did stays in its history. */
export async function removeDependency(
  context: Context,
  actionId: number,
  needsId: number,
): Promise<Decision | undefined> {
  return inTransaction(context, async (tx) => {
    await lockActions(tx, [actionId])
    const { needs } = await dependenciesOf(tx, actionId)
    const needed = needs.find(({ id }) => id === needsId)
    if (!needed) return undefined
    const decision = canAddDependency(context.actor)
    if (!decision.allowed) return decision

    await deleteDependency(tx, { actionId, needsId })
    await recordActionEvent(tx, context, actionId, {
      what: 'action.dependency-removed',
      after: { needs: { id: needsId, title: needed.title } },
    })
    return yes
  })
}
