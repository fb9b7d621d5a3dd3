import type { Context } from '~/auth/context.server'
import { planBeganOn } from '~/db/plan-began.server'
import { changesSince, planFacts, type PlanFacts, planFactsBefore } from '~/db/plan-facts.server'
import { besideOthers, sinceVisit } from '~/db/since-visit.server'
import { closingOf, type VisitClosing } from '~/db/tables/visit-closings.server'
import { allVisits, type VisitFacts } from '~/db/tables/visits.server'
import { may } from '~/domain/access/permissions'
import type { Decision } from '~/domain/decision'
import { type ProgressVerdict, rankOfProgress } from '~/domain/inspection/progress-verdicts'
import { changesBetween, inBrief } from '~/domain/plan/changes'
import type { SinceInspection, SinceVisit } from '~/domain/plan/comparison'
import type { Cause } from '~/domain/plan/plan'
import { type Verdict, verdictsOf } from '~/domain/plan/readiness'
import { canCloseVisit, canEditVisit, canRecordHeld, visitTitle } from '~/domain/plan/visits'
import { type CalendarDate, latest } from '~/domain/time/calendar-date'
import {
  type ChecklistInView,
  checklistInView,
  type InspectorsLook,
  inspectorsLook,
  keyLinesInView,
} from './preparing.query.server'

export interface VisitDetailView {
  today: CalendarDate
  title: string
  visit: VisitFacts
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
  closing: VisitClosing | undefined
  /** how it is prepared and what inspectors would ask; undefined for those who may not read readiness */
  checklist: ChecklistInView | undefined
  keyLines: Awaited<ReturnType<typeof keyLinesInView>> | undefined
  look: InspectorsLook | undefined
  /** what is tested, for those who may not read how ready it is */
  tested: Cause[]
  /** it has none yet, and the reader could add it */
  mayAddLetter: boolean
  mayClose: Decision | undefined
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

  const { closing, letterId } = await closingOf(db, visitId)
  const plans = may(actor, 'visit.plan').allowed
  const now = may(actor, 'readiness.read').allowed ? await planFacts(db, actor, today) : undefined
  return {
    today,
    title: visitTitle(visit),
    visit,
    letter: letterId === undefined ? undefined : await letterOf(context, letterId, now),
    closing,
    moved: now && (await whatMoved(context, visit, visits, now)),
    checklist: now && (await checklistInView(context, visit)),
    keyLines: now && (await keyLinesInView(context, visit)),
    look: now && (await inspectorsLook(context, visit, visits, now)),
    tested: await testedNamed(context, visitId),
    mayAddLetter: letterId === undefined && may(actor, 'inspection.import').allowed,
    mayClose: plans
      ? canCloseVisit(actor, { ...visit, isClosed: closing !== undefined })
      : undefined,
    mayRecord: plans ? canRecordHeld(actor, visit) : undefined,
    mayEdit: canEditVisit(actor, visit).allowed,
  }
}

async function testedNamed({ db }: Context, visitId: number): Promise<Cause[]> {
  const rows = await db
    .selectFrom('visitRecommendations as v')
    .innerJoin('recommendations as r', 'r.id', 'v.recommendationId')
    .where('v.visitId', '=', visitId)
    .orderBy('r.id')
    .select(['r.id', 'r.text'])
    .execute()
  return rows.map(({ id, text }) => ({ kind: 'recommendation', id, title: text }))
}

export interface VisitLetter {
  inspectionId: number
  /** what it said of progress, worst first */
  said: {
    id: number
    verdict: ProgressVerdict
    quote: string
    recommendation: Cause
    /** how ready that is now; undefined for those who may not read it, or where it was told again since */
    now: Verdict | undefined
  }[]
}

async function letterOf(
  { db }: Context,
  inspectionId: number,
  now: PlanFacts | undefined,
): Promise<VisitLetter> {
  const rows = await db
    .selectFrom('progressVerdicts as v')
    .innerJoin('recommendations as r', 'r.id', 'v.recommendationId')
    .where('v.inspectionId', '=', inspectionId)
    .orderBy('v.id')
    .select(['v.id', 'v.verdict', 'v.quote', 'r.id as recommendationId', 'r.text'])
    .execute()
  const verdicts = now && verdictsOf(now)
  return {
    inspectionId,
    said: rows
      .map(({ id, verdict, quote, recommendationId, text }) => ({
        id,
        verdict: verdict as ProgressVerdict,
        quote,
        recommendation: { kind: 'recommendation' as const, id: recommendationId, title: text },
        now: verdicts?.get(recommendationId),
      }))
      .sort((a, b) => rankOfProgress(a.verdict) - rankOfProgress(b.verdict)),
  }
}

async function whatMoved(
  { db, actor, today }: Context,
  visit: VisitFacts,
  visits: readonly VisitFacts[],
  now: PlanFacts,
): Promise<VisitDetailView['moved']> {
  const { heldTo } = visit
  const then = heldTo ? await planFactsBefore(db, actor, heldTo, now) : undefined
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
