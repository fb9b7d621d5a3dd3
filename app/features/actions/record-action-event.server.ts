import type { Context } from '~/auth/context.server'
import type { Tx } from '~/db/db.server'
import { recordEvent } from '~/db/tables/events.server'
import type { ActionEvent } from '~/domain/action/history'

/** Writes what happened to an action, in the transaction of the change it speaks of. */
export const recordActionEvent = async (
  tx: Tx,
  { actor, now }: Pick<Context, 'actor' | 'now'>,
  actionId: number,
  event: ActionEvent,
): Promise<void> => {
  await recordEvent(tx, {
    what: event.what,
    subject: { kind: 'action', id: actionId },
    actorId: actor.personId,
    happenedAt: now,
    before: 'before' in event ? event.before : undefined,
    after: event.after,
  })
}

/** Why words that looked like an identifier were none, to be kept where something was said. */
export const explained = (notAnIdentifier: string | undefined): { notAnIdentifier?: string } =>
  notAnIdentifier ? { notAnIdentifier } : {}
