import type { Context } from '~/auth/context.server'
import { areaTitles, changesSince, type PlanFacts } from '~/db/plan-facts.server'
import { allVisits } from '~/db/tables/visits.server'
import type { VisitKind } from '~/domain/inspection/visit-kinds'
import type { PlanChanges } from '~/domain/plan/changes'
import { type Readiness, readinessOf, type Verdict } from '~/domain/plan/readiness'
import { visitAhead, visitBefore } from '~/domain/plan/visits'
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
  since: (Pick<PlanChanges, 'better' | 'worse'> & { on: CalendarDate }) | undefined
}

/** Readiness in a few lines, for those who begin their day with it. */
export async function readinessInBrief(
  { db, actor, today }: Context,
  plan: PlanFacts,
): Promise<ReadinessInBrief> {
  const [titles, visits] = await Promise.all([areaTitles(db), allVisits(db)])
  const { areas, counts, optimism, statedColours } = readinessOf(plan)
  const next = visitAhead(visits, today)
  const last = visitBefore(visits, today)?.heldTo
  const since = last ? await changesSince(db, actor, last, plan) : undefined
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
    since: since && { on: since.from, better: since.better, worse: since.worse },
  }
}
