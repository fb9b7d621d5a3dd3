/**
 * What shows whether practice has changed for a recommendation is the evidence accepted of the actions
 * that answer it and that accepted for the recommendation itself, each as long as the council's shelf
 * life of its kind says. Readiness, the questions to prepare for and the comparison of two days ask here,
 * so that no two pages of a day disagree about what is missing.
 *
 * Source: PRODUCT rules 2 and 4; issue 4, shelf lives as a setting; decision 0016.
 */
import {
  type EvidenceKind,
  isFresh,
  type ShelfLives,
  type TriangulationKind,
  triangulationKinds,
} from '../evidence/kinds'
import { type CalendarDate, latest } from '../time/calendar-date'
import type { Plan, PlanAction, PlanRecommendation } from './plan'

/** An accepted piece of evidence, and how long its kind is fresh. */
export interface AcceptedPiece {
  id: number
  title: string
  kind: EvidenceKind | null
  periodTo: CalendarDate | null
  shelfLives?: ShelfLives
}

type Judged = Omit<AcceptedPiece, 'shelfLives'> & { verdict: string | null }

const acceptedOf = (evidence: readonly Judged[], shelfLives?: ShelfLives): AcceptedPiece[] =>
  evidence
    .filter(({ verdict }) => verdict === 'accepted')
    .map(({ id, title, kind, periodTo }) => ({ id, title, kind, periodTo, shelfLives }))

/** Accepted of an action. */
export const acceptedOfAction = ({ evidence, shelfLives }: PlanAction): AcceptedPiece[] =>
  acceptedOf(evidence, shelfLives)

/** Accepted for a recommendation itself. */
export const acceptedForItself = (
  { evidence = [] }: PlanRecommendation,
  { shelfLives }: Plan,
): AcceptedPiece[] => acceptedOf(evidence, shelfLives)

/** All that is accepted to show whether a recommendation is put right. */
export const acceptedFor = (
  recommendation: PlanRecommendation,
  actions: readonly PlanAction[],
  plan: Plan,
): AcceptedPiece[] => [
  ...actions.flatMap(acceptedOfAction),
  ...acceptedForItself(recommendation, plan),
]

export const isInDate = (
  { kind, periodTo, shelfLives }: AcceptedPiece,
  on: CalendarDate,
): boolean => isFresh(kind, periodTo, on, shelfLives)

/** Of the four kinds that show practice, those that something in date is of. */
export const kindsInDate = (
  accepted: readonly AcceptedPiece[],
  on: CalendarDate,
): TriangulationKind[] => triangulationKinds.filter((kind) => !missingOf(kind, accepted, on))

/**
 * Whether nothing of a kind says how things are on the day, and until when something last did; undefined
 * where something does.
 */
export function missingOf(
  kind: EvidenceKind,
  accepted: readonly AcceptedPiece[],
  on: CalendarDate,
): { lastTo: CalendarDate | undefined } | undefined {
  const ofKind = accepted.filter((one) => one.kind === kind)
  if (ofKind.some((one) => isInDate(one, on))) return undefined
  return { lastTo: latest(ofKind.flatMap(({ periodTo }) => periodTo ?? [])) }
}
