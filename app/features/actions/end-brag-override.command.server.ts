import type { z } from 'zod'
import type { Context } from '~/auth/context.server'
import { inTransaction } from '~/db/db.server'
import { lockAction } from '~/db/tables/actions.server'
import { endBragOverride } from '~/db/tables/brag-overrides.server'
import { type Decision, yes } from '~/domain/decision'
import { canEndOverride } from '~/domain/plan/brag-override'
import type { endBragOverrideForm } from './end-brag-override.form'
import { colouredAction } from './override-brag.query.server'
import { recordActionEvent } from './record-action-event.server'

/** Ends a stated colour before its day: the derived one stands alone again. */
export async function endOverride(
  context: Context,
  actionId: number,
  { overrideId }: z.output<typeof endBragOverrideForm>,
): Promise<Decision | undefined> {
  const { actor, now } = context
  return inTransaction(context, async (tx) => {
    if (!(await lockAction(tx, actionId))) return undefined
    const coloured = await colouredAction(tx, context, actionId)
    if (!coloured) return undefined
    const { derived, stated } = coloured.standing.colour
    const running = stated?.id === overrideId ? stated : undefined

    const decision = canEndOverride(actor, running)
    if (!decision.allowed || !running) return decision

    await endBragOverride(tx, running.id, { endedById: actor.personId, endedAt: now })
    await recordActionEvent(tx, context, actionId, {
      what: 'action.colour-ended',
      before: { colour: running.brag, untilOn: running.untilOn },
      after: { colour: derived },
    })
    return yes
  })
}
