import type { Context } from '~/auth/context.server'
import { type ChecklistFacts, checklistItem } from '~/db/tables/checklist-items.server'
import { type SeenToBy, seenToBy } from '~/db/former-owners.server'
import { visitById } from '~/db/tables/visits.server'
import type { Decision } from '~/domain/decision'
import { canEditChecklist } from '~/domain/plan/checklist'
import { visitTitle } from '~/domain/plan/visits'
import type { Choice } from '~/ui/field'
import { peopleToAsk } from './choices.query.server'

export interface ChecklistItemView {
  visit: { id: number; title: string }
  /** undefined for a new one */
  item: ChecklistFacts | undefined
  seenToBy: SeenToBy
  people: Choice[]
  decision: Decision
}

/** The form for an item, new where none is named. */
export async function checklistItemView(
  { db, actor }: Context,
  visitId: number,
  itemId?: number,
): Promise<ChecklistItemView | undefined> {
  const visit = await visitById(db, visitId)
  const item = itemId === undefined ? undefined : await checklistItem(db, itemId)
  if (!visit || (itemId !== undefined && item?.visitId !== visitId)) return undefined
  const people = await peopleToAsk(db)
  const owner = item?.ownerId ? { value: String(item.ownerId), title: item.ownerName ?? '' } : null
  return {
    visit: { id: visitId, title: visitTitle(visit) },
    item,
    seenToBy: item ? await seenToBy(db, 'checklist_items', item.id) : [],
    people:
      owner && !people.some(({ value }) => value === owner.value)
        ? [{ ...owner, title: `${owner.title}, who has left` }, ...people]
        : people,
    decision: canEditChecklist(actor, visit),
  }
}
