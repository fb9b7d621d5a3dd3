import type { Context } from '~/auth/context.server'
import { inTransaction } from '~/db/db.server'
import { deleteSavedView } from '~/db/tables/saved-views.server'
import type { Decision } from '~/domain/decision'
import { canRemoveView } from '~/domain/plan/saved-view'
import { savedView } from './saved-views.query.server'

export async function removeView(context: Context, viewId: number): Promise<Decision | undefined> {
  return inTransaction(context, async (tx) => {
    const view = await savedView({ ...context, db: tx }, viewId)
    if (!view) return undefined
    const decision = canRemoveView(context.actor, view)
    if (decision.allowed) await deleteSavedView(tx, viewId)
    return decision
  })
}
