import type { Context } from '~/auth/context.server'
import { planBeganOn } from '~/db/plan-began.server'
import { changesSince, planFacts, type PlanFacts, planFactsOn } from '~/db/plan-facts.server'
import { besideOthers, sinceVisit } from '~/db/since-visit.server'
import { allVisits, type VisitFacts } from '~/db/tables/visits.server'
import { may } from '~/domain/access/permissions'
import type { Decision } from '~/domain/decision'
import { type ProgressVerdict, rankOfProgress } from '~/domain/inspection/progress-verdicts'
import { changesBetween, inBrief } from '~/domain/plan/changes'
import type { SinceInspection, SinceVisit } from '~/domain/plan/comparison'
import { canEditVisit, canRecordHeld, visitTitle } from '~/domain/plan/visits'
import { type CalendarDate, latest } from '~/domain/time/calendar-date'
import { type ChecklistInView, checklistInView } from './preparing.query.server'

export interface VisitDetailView {
  today: CalendarDate
  title: string
  visit: VisitFacts
  /** its letter, where one was added as an inspection of the same kind that began on the same day */
  letter: VisitLetter | undefined
  /** What moved; undefined for those who may not read readiness. */
  moved:
    | {
        /** From the visit before, or else from the inspection, up to this visit or today. */
        until: SinceVisit | SinceInspection | undefined
        /** From this visit up to today, once it was held. */
        since: SinceVisit | undefined
      }
    | undefined
  /** undefined for those who may not read readiness */
  checklist: ChecklistInView | undefined
  /** undefined for those who could never record it */
  mayRecord: Decision | undefined
  mayEdit: boolean
}

export async function visitDetailView(
  context: Context,
  visitId: number,
): Promise<VisitDetailView | undefined> {
  const { db, actor, today } = context
  const visits = await allVisits(db)
  const visit = visits.find(({ id }) => id === visitId)
  if (!visit) return undefined

  return {
    today,
    title: visitTitle(visit),
    visit,
    letter: await letterOf(context, visit),
    moved: may(actor, 'readiness.read').allowed
      ? await whatMoved(context, visit, visits)
      : undefined,
    checklist: may(actor, 'readiness.read').allowed
      ? await checklistInView(context, visit)
      : undefined,
    mayRecord: may(actor, 'visit.plan').allowed ? canRecordHeld(actor, visit) : undefined,
    mayEdit: canEditVisit(actor, visit).allowed,
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
  visits: readonly VisitFacts[],
): Promise<VisitDetailView['moved']> {
  const now = await planFacts(db, actor, today)
  const { heldTo } = visit
  const then = heldTo ? await planFactsOn(db, actor, heldTo) : undefined
  const until = then ?? now
  return {
    until:
      (await sinceVisit(db, actor, { visits, before: visit.heldFrom ?? today, now: until })) ??
      (await sinceInspection({ db, actor }, visit, until)),
    since:
      then && heldTo
        ? {
            visit: { id: visit.id, title: visitTitle(visit), heldTo },
            changes: inBrief(changesBetween(then, now), besideOthers),
          }
        : undefined,
  }
}

/** From the end of the inspection, or from the plan's first day where that came later. */
async function sinceInspection(
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  { inspectedTo }: VisitFacts,
  until: PlanFacts,
): Promise<SinceInspection | undefined> {
  const firstDay = await planBeganOn(db)
  const from = firstDay && latest([firstDay, inspectedTo])
  return from && from < until.on
    ? {
        visit: undefined,
        changes: inBrief(await changesSince(db, actor, from, until), besideOthers),
      }
    : undefined
}
