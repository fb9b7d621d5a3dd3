import type { z } from 'zod'
import type { Context } from '~/auth/context.server'
import { inTransaction } from '~/db/db.server'
import { insertChecklistItem } from '~/db/tables/checklist-items.server'
import { recordEvent } from '~/db/tables/events.server'
import { lockVisit, visitById } from '~/db/tables/visits.server'
import { type Decision, no, yes } from '~/domain/decision'
import { canEditChecklist } from '~/domain/plan/checklist'
import type { addChecklistItemForm } from './checklist-item.form'
import { peopleToAsk } from './choices.query.server'

/** Puts something that is to be made ready on the checklist of a visit. */
export async function addChecklistItem(
  context: Context,
  visitId: number,
  { notAnIdentifier, ...item }: z.output<typeof addChecklistItemForm>,
): Promise<Decision | undefined> {
  const { actor, now } = context
  return inTransaction(context, async (tx) => {
    await lockVisit(tx, visitId)
    const visit = await visitById(tx, visitId)
    if (!visit) return undefined
    const decision = canEditChecklist(actor, visit)
    if (!decision.allowed) return decision
    const people = await peopleToAsk(tx)
    if (item.ownerId !== null && !people.some(({ value }) => value === String(item.ownerId))) {
      return no('Choose somebody who is still here.')
    }

    await insertChecklistItem(tx, { ...item, visitId, addedById: actor.personId, addedAt: now })
    await recordEvent(tx, {
      what: 'visit.checklist-item-added',
      subject: { kind: 'visit', id: visitId },
      actorId: actor.personId,
      happenedAt: now,
      after: notAnIdentifier ? { ...item, notAnIdentifier } : item,
    })
    return yes
  })
}
