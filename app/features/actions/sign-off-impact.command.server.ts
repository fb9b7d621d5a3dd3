import type { z } from 'zod'
import type { Context } from '~/auth/context.server'
import { judgedActions } from '~/db/action-facts.server'
import { inTransaction } from '~/db/db.server'
import { lockAction } from '~/db/tables/actions.server'
import { insertImpactSignOff } from '~/db/tables/impact-sign-offs.server'
import { canSignOffImpact } from '~/domain/action/impact'
import { type Decision, yes } from '~/domain/decision'
import { explained, recordActionEvent } from './record-action-event.server'
import type { signOffImpactForm } from './sign-off-impact.form'
import { signOffFacts } from './sign-off-impact.query.server'

/** A leader who does not own an action signs what difference it made for children. */
export async function signOffImpact(
  context: Context,
  actionId: number,
  { verdict, words, notAnIdentifier }: z.infer<typeof signOffImpactForm>,
): Promise<Decision | undefined> {
  return inTransaction(context, async (tx) => {
    if (!(await lockAction(tx, actionId))) return undefined
    const [action] = await judgedActions(tx, { actionIds: [actionId] })
    if (!action) return undefined

    const decision = canSignOffImpact(context.actor, signOffFacts(action), { words })
    if (!decision.allowed) return decision

    await insertImpactSignOff(tx, {
      actionId,
      verdict,
      words,
      signedById: context.actor.personId,
      signedAt: context.now,
    })
    await recordActionEvent(tx, context, actionId, {
      what: 'action.impact-signed-off',
      after: { verdict, words, ...explained(notAnIdentifier) },
    })
    return yes
  })
}
