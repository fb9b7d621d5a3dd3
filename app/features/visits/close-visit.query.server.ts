import type { Context } from '~/auth/context.server'
import { closingOf } from '~/db/tables/visit-closings.server'
import { visitById } from '~/db/tables/visits.server'
import { may } from '~/domain/access/permissions'
import type { Decision } from '~/domain/decision'
import { canCloseVisit, visitTitle } from '~/domain/plan/visits'

export interface CloseVisitView {
  id: number
  title: string
  mayAddLetter: boolean
  decision: Decision
}

export async function closeVisitView(
  { db, actor }: Context,
  visitId: number,
): Promise<CloseVisitView | undefined> {
  const visit = await visitById(db, visitId)
  if (!visit) return undefined
  const { closing } = await closingOf(db, visitId)
  return {
    id: visitId,
    title: visitTitle(visit),
    mayAddLetter: may(actor, 'inspection.import').allowed,
    decision: canCloseVisit(actor, { ...visit, isClosed: closing !== undefined }),
  }
}
