import type { Actor } from '~/domain/access/permissions'
import { type Direction, inBrief } from '~/domain/plan/changes'
import type { SinceVisit } from '~/domain/plan/comparison'
import type { Plan } from '~/domain/plan/plan'
import { visitBefore, visitTitle } from '~/domain/plan/visits'
import type { CalendarDate } from '~/domain/time/calendar-date'
import type { Db } from './db.server'
import { changesSince } from './plan-facts.server'
import type { VisitFacts } from './tables/visits.server'

/** As many as there is room for on a page that is about something else. */
export const besideOthers: Record<Direction, number> = { worse: 8, better: 8, neither: 0 }

/** That the worst of it is known, and where to read the rest. */
export const onlyTheWorst: Record<Direction, number> = { worse: 3, better: 0, neither: 0 }

/**
 * What moved between the last visit that was over before a day and `now`, the plan of that or a later
 * day; undefined while none was held.
 */
export async function sinceVisit(
  db: Db,
  actor: Actor,
  { visits, before, now }: { visits: readonly VisitFacts[]; before: CalendarDate; now: Plan },
  most = besideOthers,
): Promise<SinceVisit | undefined> {
  const visit = visitBefore(visits, before)
  if (!visit?.heldTo) return undefined
  return {
    visit: { id: visit.id, title: visitTitle(visit), heldTo: visit.heldTo },
    changes: inBrief(await changesSince(db, actor, visit.heldTo, now), most),
  }
}
