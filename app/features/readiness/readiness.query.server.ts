import type { Context } from '~/auth/context.server'
import { changesSince } from '~/db/plan-facts.server'
import type { PlanChanges } from '~/domain/plan/changes'
import type { Readiness, RecommendationReadiness } from '~/domain/plan/readiness'
import { visitBefore } from '~/domain/plan/visits'
import type { CalendarDate } from '~/domain/time/calendar-date'
import { type NextVisit, readinessFacts, type TitledArea } from './readiness-facts.server'

/** A recommendation as one row of its area. */
export type RecommendationRow = Pick<
  RecommendationReadiness,
  'recommendation' | 'verdict' | 'delivery' | 'assurance' | 'impact'
>

export interface ReadinessView {
  on: CalendarDate
  /** Worst first. */
  areas: (Pick<TitledArea, 'area' | 'title' | 'verdict'> & {
    /** Worst first. */
    recommendations: RecommendationRow[]
    /** The weakest, told; how many more stand as low is `heldBackByMore`. */
    heldBackBy: (Pick<RecommendationReadiness, 'recommendation' | 'inspectorWouldFind'> & {
      wouldRaise: RecommendationReadiness['wouldRaise']
    })[]
    heldBackByMore: number
  })[]
  counts: Readiness['counts']
  optimism: Readiness['optimism']
  statedColours: Readiness['statedColours']
  nextVisit: NextVisit | undefined
  lastVisit: { id: number; heldTo: CalendarDate } | undefined
  /** What moved since the last visit; undefined while none was held. */
  since: PlanChanges | undefined
}

const mostToldInAnArea = 1
const mostStepsTold = 3

/** Whether we are ready, why not, and what moved since the last visit. */
export async function readinessView(context: Context): Promise<ReadinessView> {
  const { db, actor, today } = context
  const { plan, readiness, areas, visits, nextVisit } = await readinessFacts(context)
  const last = visitBefore(visits, today)
  return {
    on: today,
    areas: areas.map(({ area, title, verdict, recommendations, heldBackBy }) => ({
      area,
      title,
      verdict,
      recommendations: recommendations.map(
        ({ recommendation, verdict: itsVerdict, delivery, assurance, impact }) => ({
          recommendation,
          verdict: itsVerdict,
          delivery,
          assurance,
          impact,
        }),
      ),
      heldBackBy: heldBackBy
        .slice(0, mostToldInAnArea)
        .map(({ recommendation, inspectorWouldFind, wouldRaise }) => ({
          recommendation,
          inspectorWouldFind,
          wouldRaise: wouldRaise.slice(0, mostStepsTold),
        })),
      heldBackByMore: Math.max(0, heldBackBy.length - mostToldInAnArea),
    })),
    counts: readiness.counts,
    optimism: readiness.optimism,
    statedColours: readiness.statedColours,
    nextVisit,
    lastVisit: last?.heldTo ? { id: last.id, heldTo: last.heldTo } : undefined,
    since: last?.heldTo ? await changesSince(db, actor, last.heldTo, plan) : undefined,
  }
}
