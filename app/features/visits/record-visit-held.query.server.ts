import type { Context } from '~/auth/context.server'
import { visitById } from '~/db/tables/visits.server'
import type { Decision } from '~/domain/decision'
import { canRecordHeld, visitTitle } from '~/domain/plan/visits'
import type { CalendarDate } from '~/domain/time/calendar-date'
import { letterTyped } from './visit-fields'

export interface RecordVisitHeldView {
  id: number
  title: string
  expectedFrom: CalendarDate
  leadInspector: string
  letter: string
  today: CalendarDate
  mayRecord: Decision
}

export async function recordVisitHeldView(
  { db, actor, today }: Context,
  visitId: number,
): Promise<RecordVisitHeldView | undefined> {
  const visit = await visitById(db, visitId)
  return (
    visit && {
      id: visit.id,
      title: visitTitle(visit),
      expectedFrom: visit.expectedFrom,
      leadInspector: visit.leadInspector,
      letter: letterTyped(visit.letterPublished),
      today,
      mayRecord: canRecordHeld(actor, visit),
    }
  )
}
