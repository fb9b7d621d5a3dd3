import type { Context } from '~/auth/context.server'
import { handedOn, type HandedOn } from '~/db/offered.server'
import { changesSince, type PlanFacts, planFactsBefore } from '~/db/plan-facts.server'
import { checklistFacts } from '~/db/tables/checklist-items.server'
import { keyLinesOf } from '~/db/tables/key-line-wordings.server'
import { testedRecommendations } from '~/db/tables/visit-recommendations.server'
import type { VisitFacts } from '~/db/tables/visits.server'
import { evidenceVisibleTo } from '~/db/visible.server'
import type { Decision } from '~/domain/decision'
import type { ProgressVerdict } from '~/domain/inspection/progress-verdicts'
import {
  canEditChecklist,
  canSayDone,
  canTakeBackDone,
  type ChecklistItem,
} from '~/domain/plan/checklist'
import {
  inspectorQuestions,
  latestNotes,
  type LetterSaid,
  type Question,
  testedReadiness,
} from '~/domain/plan/inspector-questions'
import { canWriteKeyLines, type KeyLinePart } from '~/domain/plan/key-lines'
import type { Cause } from '~/domain/plan/plan'
import type { RecommendationReadiness } from '~/domain/plan/readiness'
import { visitBefore } from '~/domain/plan/visits'
import { addDays, type CalendarDate } from '~/domain/time/calendar-date'
import { endOfDay } from '~/domain/time/end-of-day'

export interface ChecklistInView {
  /** What is to be done first. */
  items: (ChecklistItem & {
    sayDone: Decision
    takeBack: Decision
    handedTo: HandedOn | undefined
  })[]
  mayAdd: boolean
}

/** What is to be made ready for a visit, and what the reader may say of it. */
export async function checklistInView(
  { db, actor }: Context,
  visit: VisitFacts,
): Promise<ChecklistInView> {
  const items = await checklistFacts(db, { visitId: visit.id })
  const handed = await handedOn(
    db,
    items.map(({ id }) => ({ kind: 'ready', id })),
  )
  return {
    items: items.map(({ id, what, ownerId, ownerName, ownerLeft, dueOn, done }) => ({
      ...{ id, what, ownerId, ownerName, ownerLeft, dueOn, done },
      handedTo: handed.find((one) => one.id === id),
      sayDone: canSayDone(actor, { ownerId, done }),
      takeBack: canTakeBackDone(actor, { ownerId, done }),
    })),
    mayAdd: canEditChecklist(actor, visit).allowed,
  }
}

export interface KeyLineInView extends Record<KeyLinePart, string> {
  id: number
  /** what the reader may see of it */
  evidence: Cause[]
  actions: Cause[]
  writtenByName: string
  writtenOn: CalendarDate
}

/** The key lines of enquiry of a visit, with the evidence that the reader may see. */
export async function keyLinesInView(
  { db, actor }: Context,
  visit: VisitFacts,
): Promise<{ lines: KeyLineInView[]; mayWrite: boolean }> {
  const lines = await keyLinesOf(db, visit.id)
  const evidenceIds = lines.flatMap((line) => line.evidenceIds)
  const actionIds = lines.flatMap((line) => line.actionIds)
  const [evidence, actions] = await Promise.all([
    evidenceIds.length === 0
      ? []
      : db
          .selectFrom('evidence as e')
          .where('e.id', 'in', evidenceIds)
          .where(evidenceVisibleTo(actor))
          .select(['e.id', 'e.title'])
          .execute(),
    actionIds.length === 0
      ? []
      : db.selectFrom('actions').where('id', 'in', actionIds).select(['id', 'title']).execute(),
  ])
  const named = (kind: 'evidence' | 'action', ids: readonly number[]): Cause[] =>
    (kind === 'evidence' ? evidence : actions)
      .filter(({ id }) => ids.includes(id))
      .sort((a, b) => a.id - b.id)
      .map(({ id, title }) => ({ kind, id, title }))
  return {
    lines: lines.map(({ id, question, known, howKnown, nextStep, ...line }) => ({
      ...{ id, question, known, howKnown, nextStep },
      evidence: named('evidence', line.evidenceIds),
      actions: named('action', line.actionIds),
      writtenByName: line.writtenByName,
      writtenOn: line.writtenOn,
    })),
    mayWrite: canWriteKeyLines(actor, visit).allowed,
  }
}

/** A recommendation to be tested, as ready as it is. */
export type TestedRow = Pick<RecommendationReadiness, 'recommendation' | 'verdict'> & {
  /** worst first, the first few */
  reasons: RecommendationReadiness['reasons']
  moreReasons: number
}

export interface InspectorsLook {
  /** the day of the plan that it follows from: today, or the eve of a visit that was held */
  on: CalendarDate
  /** worst first; empty where no recommendation is named */
  tested: TestedRow[]
  questions: readonly Question[]
  moreQuestions: number
}

const mostReasons = 3

/** What inspectors would see and ask: today, or on the eve of a visit that was held. */
export async function inspectorsLook(
  context: Context,
  visit: VisitFacts,
  visits: readonly VisitFacts[],
  now: PlanFacts,
): Promise<InspectorsLook> {
  const { db, actor } = context
  const eve = visit.heldFrom && addDays(visit.heldFrom, -1)
  const plan = eve ? await planFactsBefore(db, actor, eve, now) : now
  const before = visitBefore(visits, visit.heldFrom ?? now.on)
  const [tested, lastSaid, notes] = await Promise.all([
    testedRecommendations(db, visit.id),
    saidBefore(context, plan.on),
    notesUntil(context, plan.on),
  ])
  const { questions, more } = inspectorQuestions({
    plan,
    tested,
    lastSaid,
    since: before?.heldTo ? await changesSince(db, actor, before.heldTo, plan) : undefined,
    notes: latestNotes(notes),
  })
  return {
    on: plan.on,
    tested:
      tested.length === 0
        ? []
        : testedReadiness(plan, tested).map(({ recommendation, verdict, reasons }) => ({
            recommendation,
            verdict,
            reasons: reasons.slice(0, mostReasons),
            moreReasons: Math.max(0, reasons.length - mostReasons),
          })),
    questions,
    moreQuestions: more,
  }
}

/** What the latest letter said that was known on a day. */
async function saidBefore({ db }: Context, day: CalendarDate): Promise<LetterSaid[]> {
  const rows = await db
    .selectFrom('progressVerdicts as v')
    .innerJoin('inspections as i', 'i.id', 'v.inspectionId')
    .where('v.confirmedAt', '<=', endOfDay(day, 'Europe/London'))
    .where('i.inspectedTo', '<=', day)
    .orderBy('i.inspectedTo', 'desc')
    .orderBy('v.id')
    .select(['v.recommendationId', 'v.verdict', 'v.quote', 'i.inspectedTo as on'])
    .execute()
  return rows
    .filter(({ on }) => on === rows[0]!.on)
    .map((row) => ({
      recommendationId: row.recommendationId,
      verdict: row.verdict as ProgressVerdict,
      quote: row.quote,
      on: row.on as CalendarDate,
    }))
}

async function notesUntil({ db }: Context, day: CalendarDate) {
  const rows = await db
    .selectFrom('measureNotes')
    .where('writtenAt', '<=', endOfDay(day, 'Europe/London'))
    .where('periodFrom', '<=', day)
    .select(['measureId', 'periodFrom', 'words'])
    .execute()
  return rows.map(({ measureId, periodFrom, words }) => ({
    measureId,
    from: periodFrom as CalendarDate,
    words,
  }))
}
