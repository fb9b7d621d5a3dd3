/**
 * Evidence is of five kinds, each with a shelf life counted from the end of the period it covers;
 * four of them, seen together, show whether practice has changed.
 *
 * Source: what quality frameworks of councils list (performance data, audit, observation, feedback),
 * and the "tripartite" reading of data, audit and voice that inspectors praised; the shelf lives
 * are Waymark's own and begin with the quarterly round of monitoring visits.
 * In SQL: evidence_kind_is_one_we_know, evidence_period_runs_forwards.
 */
import { type CalendarDate, addMonths } from '../time/calendar-date'

export const evidenceKinds = [
  'performance-data',
  'case-audit',
  'practice-observation',
  'voice',
  'policy',
] as const
export type EvidenceKind = (typeof evidenceKinds)[number]

export interface EvidenceKindInWords {
  title: string
  /** One sentence for the person who chooses. */
  whatItIs: string
  /** Whole months after the end of the period in which it still says how things are. */
  freshForMonths: number
}

export const evidenceKindsInWords: Record<EvidenceKind, EvidenceKindInWords> = {
  'performance-data': {
    title: 'Performance data',
    whatItIs: 'Numbers from your systems: how many, how fast, how often.',
    freshForMonths: 3,
  },
  'case-audit': {
    title: 'Case audit',
    whatItIs: 'What auditors found when they read children’s records: the quality, not the count.',
    freshForMonths: 6,
  },
  'practice-observation': {
    title: 'Practice observation or staff voice',
    whatItIs: 'What somebody saw of practice, or what staff say about it.',
    freshForMonths: 6,
  },
  voice: {
    title: 'Voice of children and families',
    whatItIs: 'What children, parents and carers say about the help they get.',
    freshForMonths: 6,
  },
  policy: {
    title: 'Policy or process',
    whatItIs:
      'What was written down or set up: it shows that something was done, not that it works.',
    freshForMonths: 12,
  },
}

/** The four kinds that show practice. A policy shows activity only and never stands for one of them. */
export const triangulationKinds = [
  'performance-data',
  'case-audit',
  'practice-observation',
  'voice',
] as const satisfies readonly EvidenceKind[]
export type TriangulationKind = (typeof triangulationKinds)[number]

/** The last day on which evidence of a period still counts as fresh. */
export const freshUntil = (kind: EvidenceKind, periodTo: CalendarDate): CalendarDate =>
  addMonths(periodTo, evidenceKindsInWords[kind].freshForMonths)

/** Whether evidence of a period that ended on `periodTo` still says how things are today. */
export const isFresh = (kind: EvidenceKind, periodTo: CalendarDate, today: CalendarDate): boolean =>
  today <= freshUntil(kind, periodTo)
