import type { Context } from '~/auth/context.server'
import { type BoardMeeting, boardMeetings } from '~/db/tables/board-meetings.server'
import { allVisits } from '~/db/tables/visits.server'
import { may } from '~/domain/access/permissions'
import type { VisitKind } from '~/domain/inspection/visit-kinds'
import { type CalendarDate, compareDates } from '~/domain/time/calendar-date'

export interface VisitRow {
  id: number
  kind: VisitKind
  /** the days it was held, or the window in which it is expected */
  from: CalendarDate
  to: CalendarDate
  covers: string
  leadInspector: string
  letterPublished: boolean | null
}

export interface VisitsView {
  today: CalendarDate
  /** Next first; a visit whose window has passed unrecorded stays here. */
  planned: VisitRow[]
  /** Latest first. */
  past: VisitRow[]
  /** Meetings of the board, planned and past, the latest first. */
  boards: BoardMeeting[]
  mayPlan: boolean
  mayReadMoves: boolean
}

export async function visitsView({ db, actor, today }: Context): Promise<VisitsView> {
  const [visits, boards] = await Promise.all([allVisits(db), boardMeetings(db)])
  const rows = (isHeld: boolean): VisitRow[] =>
    visits
      .filter((visit) => (visit.heldTo !== null) === isHeld)
      .map(({ id, kind, covers, leadInspector, letterPublished, ...days }) => ({
        id,
        kind,
        from: days.heldFrom ?? days.expectedFrom,
        to: days.heldTo ?? days.expectedTo,
        covers,
        leadInspector,
        letterPublished,
      }))
      .sort((a, b) => compareDates(a.from, b.from))
  return {
    today,
    planned: rows(false),
    past: rows(true).reverse(),
    boards,
    mayPlan: may(actor, 'visit.plan').allowed,
    mayReadMoves: may(actor, 'readiness.read').allowed,
  }
}
