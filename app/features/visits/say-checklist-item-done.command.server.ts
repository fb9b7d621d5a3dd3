import type { Context } from '~/auth/context.server'
import { inTransaction } from '~/db/db.server'
import { insertChecklistCompletion } from '~/db/tables/checklist-completions.server'
import { checklistItem, lockChecklistItem } from '~/db/tables/checklist-items.server'
import { insertChecklistReopening } from '~/db/tables/checklist-reopenings.server'
import { recordEvent } from '~/db/tables/events.server'
import { type Decision, yes } from '~/domain/decision'
import { canSayDone, canTakeBackDone } from '~/domain/plan/checklist'

/** Says that an item is done, or that it is not after all. */
export async function sayChecklistItemDone(
  context: Context,
  visitId: number,
  itemId: number,
  { is }: { is: 'done' | 'to-be-done' },
): Promise<Decision | undefined> {
  const { actor, now } = context
  return inTransaction(context, async (tx) => {
    await lockChecklistItem(tx, itemId)
    const item = await checklistItem(tx, itemId)
    if (item?.visitId !== visitId) return undefined
    const decision = is === 'done' ? canSayDone(actor, item) : canTakeBackDone(actor, item)
    if (!decision.allowed) return decision

    const by = actor.personId
    if (item.completionId === null) {
      const round = item.rounds + 1
      await insertChecklistCompletion(tx, { itemId, round, doneById: by, doneAt: now })
    } else {
      const { completionId } = item
      await insertChecklistReopening(tx, { completionId, takenBackById: by, takenBackAt: now })
    }
    await recordEvent(tx, {
      what: is === 'done' ? 'visit.checklist-item-done' : 'visit.checklist-item-taken-back',
      subject: { kind: 'visit', id: visitId },
      actorId: by,
      happenedAt: now,
      after: { what: item.what },
    })
    return yes
  })
}
