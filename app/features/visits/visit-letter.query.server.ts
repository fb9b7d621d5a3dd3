import type { Context } from '~/auth/context.server'
import { closingOf } from '~/db/tables/visit-closings.server'
import { visitById } from '~/db/tables/visits.server'
import { type Decision, no, yes } from '~/domain/decision'
import { visitTitle } from '~/domain/plan/visits'

export interface VisitLetterView {
  id: number
  title: string
  /** letters that are being read for this visit already */
  reading: { importId: number; name: string }[]
  decision: Decision
}

export async function visitLetterView(
  { db }: Context,
  visitId: number,
): Promise<VisitLetterView | undefined> {
  const visit = await visitById(db, visitId)
  if (!visit) return undefined
  const { letterId } = await closingOf(db, visitId)
  const reading = await db
    .selectFrom('visitLetterImports as v')
    .innerJoin('reportImports as i', 'i.id', 'v.importId')
    .innerJoin('reportSources as s', 's.id', 'i.sourceId')
    .where('v.visitId', '=', visitId)
    .where('i.confirmedAt', 'is', null)
    .where('i.discardedAt', 'is', null)
    .orderBy('i.id')
    .select(['i.id as importId', 's.originalName as name'])
    .execute()
  return {
    id: visitId,
    title: visitTitle(visit),
    reading,
    decision: letterId === undefined ? yes : no('This visit has its letter already.'),
  }
}
