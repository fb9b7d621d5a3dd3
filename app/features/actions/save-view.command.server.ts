import type { z } from 'zod'
import type { Context } from '~/auth/context.server'
import { inTransaction } from '~/db/db.server'
import { insertSavedView } from '~/db/tables/saved-views.server'
import type { Refusal } from '~/domain/decision'
import { canSaveView } from '~/domain/plan/saved-view'
import { queryOf, type RegisterQuery } from './saved-views.query.server'
import type { saveViewForm } from './save-view.form'

/** Keeps what the register shows, and in which order, under a name. */
export async function saveView(
  { db, actor, now }: Context,
  shown: RegisterQuery,
  { name, isShared }: z.infer<typeof saveViewForm>,
): Promise<{ allowed: true; viewId: number } | Refusal> {
  return inTransaction({ db, now }, async (tx) => {
    const decision = canSaveView(actor, { isShared })
    if (!decision.allowed) return decision
    const viewId = await insertSavedView(tx, {
      name,
      isShared,
      personId: actor.personId,
      query: queryOf(shown),
      savedAt: now,
    })
    return { allowed: true as const, viewId }
  })
}
