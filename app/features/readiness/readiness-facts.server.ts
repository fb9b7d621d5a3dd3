import type { Context } from '~/auth/context.server'
import { areaTitles, planFacts, type PlanFacts } from '~/db/plan-facts.server'
import { allVisits, type VisitFacts } from '~/db/tables/visits.server'
import type { VisitKind } from '~/domain/inspection/visit-kinds'
import { type AreaReadiness, type Readiness, readinessOf } from '~/domain/plan/readiness'
import { visitAhead } from '~/domain/plan/visits'
import type { CalendarDate } from '~/domain/time/calendar-date'

export interface TitledArea extends AreaReadiness {
  /** as the framework prints it */
  title: string
}

export interface NextVisit {
  id: number
  kind: VisitKind
  expectedFrom: CalendarDate
}

export interface ReadinessFacts {
  plan: PlanFacts
  readiness: Readiness
  /** Worst first. */
  areas: TitledArea[]
  visits: VisitFacts[]
  nextVisit: NextVisit | undefined
}

/** What both pages of readiness are told from. */
export async function readinessFacts({ db, actor, today }: Context): Promise<ReadinessFacts> {
  const [plan, titles, visits] = await Promise.all([
    planFacts(db, actor, today),
    areaTitles(db),
    allVisits(db),
  ])
  const readiness = readinessOf(plan)
  const next = visitAhead(visits, today)
  return {
    plan,
    readiness,
    areas: readiness.areas.map((area) => ({
      ...area,
      // an inspection under no framework has areas all the same
      title: titles.get(area.area) ?? area.area,
    })),
    visits,
    nextVisit: next && { id: next.id, kind: next.kind, expectedFrom: next.expectedFrom },
  }
}
