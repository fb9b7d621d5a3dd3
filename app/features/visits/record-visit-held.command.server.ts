import type { Context } from '~/auth/context.server'
import { inTransaction } from '~/db/db.server'
import { markLateMoves } from '~/db/late-moves.server'
import { recordEvent } from '~/db/tables/events.server'
import { lockVisit, recordVisitHeld, visitById } from '~/db/tables/visits.server'
import { type Decision, yes } from '~/domain/decision'
import { canRecordHeld } from '~/domain/plan/visits'
import type { HeldVisit } from './record-visit-held.form'

/** Records that a visit took place: from then on its last day is one from which changes are counted. */
export async function recordHeld(
  context: Context,
  visitId: number,
  { notAnIdentifier, ...held }: HeldVisit,
): Promise<Decision | undefined> {
  const { actor, now, today } = context
  return inTransaction(context, async (tx) => {
    await lockVisit(tx, visitId)
    const visit = await visitById(tx, visitId)
    if (!visit) return undefined

    const decision = canRecordHeld(actor, visit, held, today)
    if (!decision.allowed) return decision

    await recordVisitHeld(tx, visitId, held)
    await markLateMoves(tx)
    await recordEvent(tx, {
      what: 'visit.held',
      subject: { kind: 'visit', id: visitId },
      actorId: actor.personId,
      happenedAt: now,
      before: { expectedFrom: visit.expectedFrom, expectedTo: visit.expectedTo },
      after: notAnIdentifier ? { ...held, notAnIdentifier } : held,
    })
    return yes
  })
}
