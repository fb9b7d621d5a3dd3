import type { Context } from '~/auth/context.server'
import { inTransaction } from '~/db/db.server'
import { removeActionFinding } from '~/db/tables/action-findings.server'
import { lockAction } from '~/db/tables/actions.server'
import { canEditAction } from '~/domain/action/plan-action'
import { type Decision, yes } from '~/domain/decision'
import { findingInWords } from './cite-finding.command.server'
import { recordActionEvent } from './record-action-event.server'

/** Takes a citation out of an action; its history still tells of it. */
export async function stopCitingFinding(
  context: Context,
  actionId: number,
  findingId: number,
): Promise<Decision | undefined> {
  return inTransaction(context, async (tx) => {
    if (!(await lockAction(tx, actionId))) return undefined
    const finding = await findingInWords(tx, findingId)
    if (!finding) return undefined
    const decision = canEditAction(context.actor)
    if (!decision.allowed) return decision

    if (await removeActionFinding(tx, actionId, findingId)) {
      await recordActionEvent(tx, context, actionId, {
        what: 'action.finding-removed',
        after: { findingId, ...finding },
      })
    }
    return yes
  })
}
