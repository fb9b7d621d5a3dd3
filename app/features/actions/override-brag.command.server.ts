import type { z } from 'zod'
import type { Context } from '~/auth/context.server'
import { inTransaction } from '~/db/db.server'
import { lockAction } from '~/db/tables/actions.server'
import { insertBragOverride } from '~/db/tables/brag-overrides.server'
import { type Decision, yes } from '~/domain/decision'
import { canOverrideBrag } from '~/domain/plan/brag-override'
import type { overrideBragForm } from './override-brag.form'
import { colouredAction } from './override-brag.query.server'
import { explained, recordActionEvent } from './record-action-event.server'

/** States another colour than the table derives, until a day; the derived one stays beside it. */
export async function overrideBrag(
  context: Context,
  actionId: number,
  { notAnIdentifier, ...asked }: z.output<typeof overrideBragForm>,
): Promise<Decision | undefined> {
  const { actor, now, today } = context
  return inTransaction(context, async (tx) => {
    if (!(await lockAction(tx, actionId))) return undefined
    const coloured = await colouredAction(tx, context, actionId)
    if (!coloured) return undefined

    const decision = canOverrideBrag(actor, coloured.facts, today, asked)
    if (!decision.allowed) return decision

    await insertBragOverride(tx, {
      ...asked,
      actionId,
      statedById: actor.personId,
      statedAt: now,
    })
    await recordActionEvent(tx, context, actionId, {
      what: 'action.colour-stated',
      before: { colour: coloured.facts.derived },
      after: {
        ...{ colour: asked.brag, untilOn: asked.untilOn, reason: asked.reason },
        ...explained(notAnIdentifier),
      },
    })
    return yes
  })
}
