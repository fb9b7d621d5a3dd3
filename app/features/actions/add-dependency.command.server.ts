import type { Context } from '~/auth/context.server'
import { inTransaction, type Tx } from '~/db/db.server'
import { insertDependency, waitsFor } from '~/db/tables/action-dependencies.server'
import { lockActions } from '~/db/tables/actions.server'
import { type Decision, no, yes } from '~/domain/decision'
import { canAddDependency } from '~/domain/plan/dependencies'
import { dependenciesOf } from './dependencies.query.server'
import { recordActionEvent } from './record-action-event.server'

/** Records that an action cannot be finished before another one is. */
export async function addDependency(
  context: Context,
  actionId: number,
  { needsId }: { needsId: number },
): Promise<Decision | undefined> {
  const { actor, now } = context
  return inTransaction(context, async (tx) => {
    await lockActions(tx, [actionId, needsId])
    if (!(await titleOf(tx, actionId))) return undefined
    const needed = await titleOf(tx, needsId)
    if (!needed) return no('There is no such action in the plan.')
    const { needs } = await dependenciesOf(tx, actionId)
    const decision = canAddDependency(actor, {
      actionId,
      needsId,
      otherWaitsFor: await waitsFor(tx, needsId),
      isThere: needs.some(({ id }) => id === needsId),
    })
    if (!decision.allowed) return decision

    await insertDependency(tx, { actionId, needsId, addedById: actor.personId, addedAt: now })
    await recordActionEvent(tx, context, actionId, {
      what: 'action.dependency-added',
      after: { needs: { id: needsId, title: needed.title } },
    })
    return yes
  })
}

const titleOf = (tx: Tx, id: number) =>
  tx.selectFrom('actions').where('id', '=', id).select('title').executeTakeFirst()
