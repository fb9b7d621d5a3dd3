import type { VisitKind } from '~/domain/inspection/visit-kinds'
import type { Brag } from '~/domain/plan/brag'
import type { CalendarDate } from '~/domain/time/calendar-date'

/** What stands on the line of dates: actions, and the visit that they should be done before. */
export interface TimelineRow {
  id: number
  title: string
  ownerName: string | null
  startOn: CalendarDate | null
  originalDueOn: CalendarDate
  dueOn: CalendarDate
  deliveredOn: CalendarDate | null
  isDelivered: boolean
  isLate: boolean
  brag: Brag
  milestones: { dueOn: CalendarDate; isDone: boolean }[]
  /** what it waits for */
  needs: { id: number; dueOn: CalendarDate | null; isDelivered: boolean }[]
}

export interface TimelineVisit {
  id: number
  kind: VisitKind
  expectedFrom: CalendarDate
  expectedTo: CalendarDate
}
