/**
 * The plan as its readers judge it: what the reports ask for, and the actions that answer it, with the
 * facts of one day.
 */
import { type ActionFacts, type ActionStanding, actionStanding } from '../action/standing'
import type { EvidenceKind, ShelfLives } from '../evidence/kinds'
import type { ReviewVerdict } from '../evidence/review'
import type { LinkedMeasure } from '../measure/effect'
import type { CalendarDate } from '../time/calendar-date'
import type { BragTable } from './brag'

export interface PlanAction extends ActionFacts {
  id: number
  title: string
  ownerName: string | null
  recommendations: readonly { id: number; kind?: string }[]
}

export interface PlanRecommendation {
  id: number
  text: string
  area: string
  kind: string
  /** The first days of the earlier inspections that told it already, the oldest first. */
  toldBefore?: readonly CalendarDate[]
  /** What the latest inspection said of it, where that told it again: it is carried there since. */
  carriedBy?: readonly number[]
  /** Evidence for the recommendation itself, beside that of its actions; none where it is left out. */
  evidence?: readonly OwnEvidence[]
}

/** What evidence for a recommendation itself is judged by; a version that is replaced is left out. */
export interface OwnEvidence {
  id: number
  title: string
  kind: EvidenceKind | null
  periodTo: CalendarDate | null
  verdict: ReviewVerdict | null
}

export interface Plan {
  /** The day whose facts these are. */
  on: CalendarDate
  recommendations: readonly PlanRecommendation[]
  actions: readonly PlanAction[]
  /** The council's table of colours on that day; Waymark's own where it is left out. */
  bragTable?: BragTable
  /** The council's shelf lives on that day; Waymark's own where they are left out. */
  shelfLives?: ShelfLives
  /** Measures that are linked to recommendations or actions; none where they are left out. */
  measures?: readonly LinkedMeasure[]
  /** Evidence that the reader may not see: it counts, and is never named. */
  unnamedEvidence?: ReadonlySet<number>
}

/** The thing that a sentence about the plan is caused by, so that the reader can go and look. */
export type Cause =
  | { kind: 'action' | 'evidence' | 'recommendation' | 'measure'; id: number; title: string }
  | { kind: 'milestone'; id: number; title: string; actionId: number }

const known = new WeakMap<Plan, Map<PlanAction, ActionStanding>>()

/**
 * How an action of the plan stands on its day. A plan that was read does not change: whoever asks again,
 * as a comparison does three times, is told what was derived the first time.
 */
export function standingIn(plan: Plan, action: PlanAction): ActionStanding {
  const standings = known.get(plan) ?? new Map<PlanAction, ActionStanding>()
  known.set(plan, standings)
  const standing = standings.get(action) ?? actionStanding(action, plan.on, plan.bragTable)
  standings.set(action, standing)
  return standing
}
