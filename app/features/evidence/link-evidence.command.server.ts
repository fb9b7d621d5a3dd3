import type { Context } from '~/auth/context.server'
import { inTransaction, type Tx } from '~/db/db.server'
import { linkEvidence as insertLink, unlinkEvidence } from '~/db/tables/evidence-links.server'
import { lockEvidence } from '~/db/tables/evidence.server'
import { recordEvent } from '~/db/tables/events.server'
import { evidenceVisibleTo } from '~/db/visible.server'
import { type Decision, yes } from '~/domain/decision'
import { canLinkEvidence } from '~/domain/evidence/adding'
import { actionRef, recommendationRef } from '~/domain/plan/references'
import { areThere } from './evidence-links.query.server'
import type { EvidenceLinked } from './link-evidence.form'

/** Says that evidence is for one more action or recommendation, or for one no longer. */
export async function linkEvidence(
  context: Context,
  evidenceId: number,
  { what, id, link }: EvidenceLinked,
): Promise<Decision | undefined> {
  const { actor, now } = context
  return inTransaction(context, async (tx) => {
    await lockEvidence(tx, evidenceId)
    const evidence = await tx
      .selectFrom('evidence as e')
      .where('e.id', '=', evidenceId)
      .where(evidenceVisibleTo(actor))
      .select('e.addedById')
      .executeTakeFirst()
    const row = what === 'action' ? { actionId: id } : { recommendationId: id }
    const ids = {
      actionIds: what === 'action' ? [id] : [],
      recommendationIds: what === 'recommendation' ? [id] : [],
    }
    if (!evidence || !(await areThere(tx, ids))) return undefined
    const ownerIsItsReviewer =
      link === 'add' && what === 'action' && (await isOwnedByItsReviewer(tx, evidenceId, id))
    const decision = canLinkEvidence(actor, evidence, { ownerIsItsReviewer })
    if (!decision.allowed) return decision

    await (link === 'add' ? insertLink(tx, evidenceId, [row]) : unlinkEvidence(tx, evidenceId, row))
    await recordEvent(tx, {
      ...(link === 'add' ? { what: 'evidence.linked' } : { what: 'evidence.unlinked' }),
      subject: { kind: 'evidence', id: evidenceId },
      actorId: actor.personId,
      happenedAt: now,
      after: { ...row, ref: what === 'action' ? actionRef(id) : recommendationRef(id) },
    })
    return yes
  })
}

/** Makes whoever would hand the action over at this moment wait. Lock, then read. */
async function isOwnedByItsReviewer(
  tx: Tx,
  evidenceId: number,
  actionId: number,
): Promise<boolean> {
  const action = await tx
    .selectFrom('actions')
    .where('id', '=', actionId)
    .select('ownerId')
    .forShare()
    .executeTakeFirst()
  if (!action?.ownerId) return false
  const accepted = await tx
    .selectFrom('evidenceReviews')
    .where('evidenceId', '=', evidenceId)
    .where('verdict', '=', 'accepted')
    .where('reviewerId', '=', action.ownerId)
    .select('id')
    .executeTakeFirst()
  return accepted !== undefined
}
