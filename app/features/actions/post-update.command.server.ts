import type { z } from 'zod'
import type { Context } from '~/auth/context.server'
import { inTransaction } from '~/db/db.server'
import { lockAction } from '~/db/tables/actions.server'
import { insertUpdate } from '~/db/tables/updates.server'
import { may } from '~/domain/access/permissions'
import { type Decision, yes } from '~/domain/decision'
import type { postUpdateForm } from './post-update.form'
import { explained, recordActionEvent } from './record-action-event.server'

/** Says how an action is going, in a person's own words. */
export async function postUpdate(
  context: Context,
  actionId: number,
  { notAnIdentifier, ...update }: z.infer<typeof postUpdateForm>,
): Promise<Decision | undefined> {
  return inTransaction(context, async (tx) => {
    if (!(await lockAction(tx, actionId))) return undefined

    const decision = may(context.actor, 'update.post')
    if (!decision.allowed) return decision

    const updateId = await insertUpdate(tx, {
      ...update,
      actionId,
      authorId: context.actor.personId,
      saidAt: context.now,
    })
    const { statedDelivery, confidence } = update
    await recordActionEvent(tx, context, actionId, {
      what: 'action.update-posted',
      after: { updateId, statedDelivery, confidence, ...explained(notAnIdentifier) },
    })
    return yes
  })
}
