import type { Context } from '~/auth/context.server'
import { burnUpOn } from '~/db/burn-up.server'
import { planBeganOn } from '~/db/plan-began.server'
import { sinceVisit } from '~/db/since-visit.server'
import type { VisitFacts } from '~/db/tables/visits.server'
import { monthEnds } from '~/domain/plan/burn-up'
import type { SinceVisit } from '~/domain/plan/comparison'
import type { Readiness, RecommendationReadiness } from '~/domain/plan/readiness'
import { heldVisits } from '~/domain/plan/visits'
import type { CalendarDate } from '~/domain/time/calendar-date'
import { type BurnUpView, burnUpView } from '~/ui/charts/burn-up-view'
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
  /** What moved since the last visit; undefined while none was held. */
  since: SinceVisit | undefined
  /** undefined in the plan's first month */
  burnUp: BurnUpView | undefined
}

const mostToldInAnArea = 1
const mostStepsTold = 3

/** Whether we are ready, why not, and what moved since the last visit. */
export async function readinessView(context: Context): Promise<ReadinessView> {
  const { db, actor, today } = context
  const { plan, readiness, areas, visits, nextVisit } = await readinessFacts(context)
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
    since: await sinceVisit(db, actor, { visits, before: today, now: plan }),
    burnUp: await burnUpSoFar(context, visits),
  }
}

async function burnUpSoFar(
  { db, today }: Context,
  visits: readonly VisitFacts[],
): Promise<BurnUpView | undefined> {
  const firstDay = await planBeganOn(db)
  return firstDay && firstDay <= today
    ? burnUpView(await burnUpOn(db, monthEnds(firstDay, today)), heldVisits(visits))
    : undefined
}
