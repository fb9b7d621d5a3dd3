import type { Context } from '~/auth/context.server'
import { decisionsByMeeting } from '~/db/tables/board-decisions.server'
import { type BoardMeeting, boardMeetings } from '~/db/tables/board-meetings.server'
import { closedDays } from '~/db/tables/visit-closings.server'
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
  closedOn: CalendarDate | null
}

export interface VisitsView {
  today: CalendarDate
  /** Next first; a visit whose window has passed unrecorded stays here. */
  planned: VisitRow[]
  /** Latest first. */
  past: VisitRow[]
  /** Meetings of the board, planned and past, the latest first. */
  boards: (BoardMeeting & { decisions: { all: number; open: number } })[]
  mayPlan: boolean
  mayReadMoves: boolean
}

export async function visitsView({ db, actor, today }: Context): Promise<VisitsView> {
  const [visits, boards, decisions, closed] = await Promise.all([
    allVisits(db),
    boardMeetings(db),
    decisionsByMeeting(db),
    closedDays(db),
  ])
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
        closedOn: closed.get(id) ?? null,
      }))
      .sort((a, b) => compareDates(a.from, b.from))
  return {
    today,
    planned: rows(false),
    past: rows(true).reverse(),
    boards: boards.map((board) => ({
      ...board,
      decisions: decisions.get(board.id) ?? { all: 0, open: 0 },
    })),
    mayPlan: may(actor, 'visit.plan').allowed,
    mayReadMoves: may(actor, 'readiness.read').allowed,
  }
}
