import type { Context } from '~/auth/context.server'
import { areaTitles, type PlanFacts } from '~/db/plan-facts.server'
import type { VisitFacts } from '~/db/tables/visits.server'
import type { VisitKind } from '~/domain/inspection/visit-kinds'
import { type Readiness, readinessOf, type Verdict } from '~/domain/plan/readiness'
import { visitAhead } from '~/domain/plan/visits'
import type { CalendarDate } from '~/domain/time/calendar-date'

export interface ReadinessInBrief {
  counts: Readiness['counts']
  /** Worst first. */
  areas: {
    area: string
    title: string
    verdict: Verdict
    heldBackBy: { id: number; text: string }[]
  }[]
  optimism: Pick<Readiness['optimism'], 'stated' | 'optimistic'>
  /** how many actions have another colour stated than the derived one, and how many a better one */
  statedColours: { all: number; better: number }
  nextVisit: { id: number; kind: VisitKind; expectedFrom: CalendarDate } | undefined
}

/** Readiness in a few lines, for those who begin their day with it. */
export async function readinessInBrief(
  { db, today }: Context,
  plan: PlanFacts,
  visits: readonly VisitFacts[],
): Promise<ReadinessInBrief> {
  const titles = await areaTitles(db)
  const { areas, counts, optimism, statedColours } = readinessOf(plan)
  const next = visitAhead(visits, today)
  return {
    counts,
    areas: areas.map(({ area, verdict, heldBackBy }) => ({
      area,
      title: titles.get(area) ?? area,
      verdict,
      heldBackBy: heldBackBy.map(({ recommendation: { id, text } }) => ({ id, text })),
    })),
    optimism: { stated: optimism.stated, optimistic: optimism.optimistic },
    statedColours: {
      all: statedColours.length,
      better: statedColours.filter(({ colour }) => colour.stated!.better).length,
    },
    nextVisit: next && { id: next.id, kind: next.kind, expectedFrom: next.expectedFrom },
  }
}
