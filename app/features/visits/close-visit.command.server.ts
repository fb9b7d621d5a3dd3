import type { z } from 'zod'
import type { Context } from '~/auth/context.server'
import { inTransaction } from '~/db/db.server'
import { recordEvent } from '~/db/tables/events.server'
import { closingOf, insertVisitClosing } from '~/db/tables/visit-closings.server'
import { lockVisit, visitById } from '~/db/tables/visits.server'
import { type Decision, yes } from '~/domain/decision'
import { canCloseVisit } from '~/domain/plan/visits'
import type { closeVisitForm } from './close-visit.form'

/** Closes a visit whose letter is not published, with what inspectors said. */
export async function closeVisit(
  context: Context,
  visitId: number,
  { said, notAnIdentifier }: z.output<typeof closeVisitForm>,
): Promise<Decision | undefined> {
  const { actor, now } = context
  return inTransaction(context, async (tx) => {
    await lockVisit(tx, visitId)
    const visit = await visitById(tx, visitId)
    if (!visit) return undefined
    const { closing } = await closingOf(tx, visitId)
    const decision = canCloseVisit(actor, { ...visit, isClosed: closing !== undefined }, said)
    if (!decision.allowed) return decision

    await insertVisitClosing(tx, {
      visitId,
      inspectionId: null,
      said,
      closedById: actor.personId,
      closedAt: now,
    })
    await recordEvent(tx, {
      what: 'visit.closed',
      subject: { kind: 'visit', id: visitId },
      actorId: actor.personId,
      happenedAt: now,
      after: notAnIdentifier ? { said, notAnIdentifier } : { said },
    })
    return yes
  })
}
