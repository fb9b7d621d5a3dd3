import type { Context } from '~/auth/context.server'
import { changesSince, planFacts, planFactsOn } from '~/db/plan-facts.server'
import { allVisits, type VisitFacts } from '~/db/tables/visits.server'
import { may } from '~/domain/access/permissions'
import type { Decision } from '~/domain/decision'
import { type ProgressVerdict, rankOfProgress } from '~/domain/inspection/progress-verdicts'
import { changesBetween, type PlanChanges } from '~/domain/plan/changes'
import { canRecordHeld, visitBefore, visitTitle } from '~/domain/plan/visits'
import type { CalendarDate } from '~/domain/time/calendar-date'

export interface VisitDetailView {
  today: CalendarDate
  title: string
  visit: VisitFacts
  /** The visit before this one, if any was held. */
  before: { id: number; title: string; heldTo: CalendarDate } | undefined
  /** its letter, where one was added as an inspection of the same kind that began on the same day */
  letter: VisitLetter | undefined
  /** What moved; undefined for those who may not read readiness. */
  moved:
    | {
        /** From the visit before, or else from the inspection, up to this visit or today. */
        until: PlanChanges
        /** From this visit up to today, once it was held. */
        since: PlanChanges | undefined
      }
    | undefined
  /** undefined for those who could never record it */
  mayRecord: Decision | undefined
}

export async function visitDetailView(
  context: Context,
  visitId: number,
): Promise<VisitDetailView | undefined> {
  const { db, actor, today } = context
  const visits = await allVisits(db)
  const visit = visits.find(({ id }) => id === visitId)
  if (!visit) return undefined

  const before = visitBefore(visits, visit.heldFrom ?? today)
  return {
    today,
    title: visitTitle(visit),
    visit,
    before: before?.heldTo
      ? { id: before.id, title: visitTitle(before), heldTo: before.heldTo }
      : undefined,
    letter: await letterOf(context, visit),
    moved: may(actor, 'readiness.read').allowed
      ? await whatMoved(context, visit, before)
      : undefined,
    mayRecord: may(actor, 'visit.plan').allowed ? canRecordHeld(actor, visit) : undefined,
  }
}

export interface VisitLetter {
  inspectionId: number
  /** worst first, each verdict with how many recommendations it was given to */
  verdicts: { verdict: ProgressVerdict; count: number }[]
}

async function letterOf(
  { db }: Context,
  { kind, heldFrom }: VisitFacts,
): Promise<VisitLetter | undefined> {
  if (!heldFrom) return undefined
  const rows = await db
    .selectFrom('inspections as i')
    .leftJoin('progressVerdicts as v', 'v.inspectionId', 'i.id')
    .where('i.kind', '=', kind)
    .where('i.inspectedFrom', '=', heldFrom)
    .groupBy(['i.id', 'v.verdict'])
    .select(['i.id', 'v.verdict'])
    .select(({ fn }) => fn.count<number>('v.recommendationId').distinct().as('count'))
    .execute()
  const [first] = rows
  return (
    first && {
      inspectionId: first.id,
      verdicts: rows
        .flatMap(({ verdict, count }) =>
          verdict ? [{ verdict: verdict as ProgressVerdict, count: Number(count) }] : [],
        )
        .sort((a, b) => rankOfProgress(a.verdict) - rankOfProgress(b.verdict)),
    }
  )
}

async function whatMoved(
  { db, actor, today }: Context,
  visit: VisitFacts,
  before: VisitFacts | undefined,
): Promise<VisitDetailView['moved']> {
  const now = await planFacts(db, actor, today)
  const then = visit.heldTo ? await planFactsOn(db, actor, visit.heldTo) : undefined
  const from = before?.heldTo ?? visit.inspectedTo
  return {
    until: await changesSince(db, actor, from, then ?? now),
    since: then && changesBetween(then, now),
  }
}
