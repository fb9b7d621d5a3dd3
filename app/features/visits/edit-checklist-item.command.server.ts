import type { z } from 'zod'
import type { Context } from '~/auth/context.server'
import { inTransaction } from '~/db/db.server'
import {
  checklistItem,
  lockChecklistItem,
  updateChecklistItem,
} from '~/db/tables/checklist-items.server'
import { recordEvent } from '~/db/tables/events.server'
import { visitById } from '~/db/tables/visits.server'
import { type Decision, no, yes } from '~/domain/decision'
import { canEditChecklist } from '~/domain/plan/checklist'
import type { editChecklistItemForm } from './checklist-item.form'
import { peopleToAsk } from './choices.query.server'

/** Changes what an item says, who sees to it or by when; what it was stays in its history. */
export async function editChecklistItem(
  context: Context,
  visitId: number,
  itemId: number,
  { version, notAnIdentifier, ...columns }: z.output<typeof editChecklistItemForm>,
): Promise<Decision | undefined> {
  const { actor, now } = context
  return inTransaction(context, async (tx) => {
    await lockChecklistItem(tx, itemId)
    const item = await checklistItem(tx, itemId)
    const visit = await visitById(tx, visitId)
    if (!visit || item?.visitId !== visitId) return undefined
    const decision = canEditChecklist(actor, visit)
    if (!decision.allowed) return decision
    if (item.version !== version) {
      return no('Somebody else changed this item while you were typing. Look, and save again.')
    }
    const people = await peopleToAsk(tx)
    const isNew = columns.ownerId !== item.ownerId && columns.ownerId !== null
    if (isNew && !people.some(({ value }) => value === String(columns.ownerId))) {
      return no('Choose somebody who is still here.')
    }

    await updateChecklistItem(tx, itemId, columns)
    await recordEvent(tx, {
      what: 'visit.checklist-item-edited',
      subject: { kind: 'visit', id: visitId },
      actorId: actor.personId,
      happenedAt: now,
      before: { what: item.what, ownerId: item.ownerId, dueOn: item.dueOn },
      after: notAnIdentifier ? { ...columns, notAnIdentifier } : columns,
    })
    return yes
  })
}
