import type { Context } from '~/auth/context.server'
import { checklistFacts } from '~/db/tables/checklist-items.server'
import type { VisitFacts } from '~/db/tables/visits.server'
import type { Decision } from '~/domain/decision'
import {
  canEditChecklist,
  canSayDone,
  canTakeBackDone,
  type ChecklistItem,
} from '~/domain/plan/checklist'

export interface ChecklistInView {
  /** What is to be done first. */
  items: (ChecklistItem & { sayDone: Decision; takeBack: Decision })[]
  mayAdd: boolean
}

/** What is to be made ready for a visit, and what the reader may say of it. */
export async function checklistInView(
  { db, actor }: Context,
  visit: VisitFacts,
): Promise<ChecklistInView> {
  const items = await checklistFacts(db, { visitId: visit.id })
  return {
    items: items.map(({ id, what, ownerId, ownerName, ownerLeft, dueOn, done }) => ({
      ...{ id, what, ownerId, ownerName, ownerLeft, dueOn, done },
      sayDone: canSayDone(actor, { ownerId, done }),
      takeBack: canTakeBackDone(actor, { ownerId, done }),
    })),
    mayAdd: canEditChecklist(actor, visit).allowed,
  }
}
