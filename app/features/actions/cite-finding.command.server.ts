import type { Context } from '~/auth/context.server'
import { inTransaction, type Tx } from '~/db/db.server'
import { insertActionFinding } from '~/db/tables/action-findings.server'
import { lockAction } from '~/db/tables/actions.server'
import { canEditAction } from '~/domain/action/plan-action'
import { type Decision, no, yes } from '~/domain/decision'
import { findingRef } from '~/domain/plan/references'
import { inspectionInWords } from './choices.query.server'
import { recordActionEvent } from './record-action-event.server'

/** Cites a finding of a report as something that the action rests on. */
export async function citeFinding(
  context: Context,
  actionId: number,
  { findingId }: { findingId: number },
): Promise<Decision | undefined> {
  return inTransaction(context, async (tx) => {
    if (!(await lockAction(tx, actionId))) return undefined
    const decision = canEditAction(context.actor)
    if (!decision.allowed) return decision
    const finding = await findingInWords(tx, findingId)
    if (!finding) return no('This finding is not there any more. Choose another.')

    const isNew = await insertActionFinding(tx, {
      actionId,
      findingId,
      citedById: context.actor.personId,
      citedAt: context.now,
    })
    if (isNew) {
      await recordActionEvent(tx, context, actionId, {
        what: 'action.finding-cited',
        after: { findingId, ...finding },
      })
    }
    return yes
  })
}

/** A finding as the history of an action tells it; undefined where there is none. */
export async function findingInWords(
  tx: Tx,
  findingId: number,
): Promise<{ finding: string; inspection: string } | undefined> {
  const row = await tx
    .selectFrom('findings as f')
    .innerJoin('inspections as i', 'i.id', 'f.inspectionId')
    .where('f.id', '=', findingId)
    .select(['f.paragraph', 'f.page', 'i.kind', 'i.inspectedTo'])
    .executeTakeFirst()
  return (
    row && { finding: findingRef(row), inspection: inspectionInWords(row.kind, row.inspectedTo) }
  )
}
