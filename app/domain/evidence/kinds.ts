/**
 * Evidence is of five kinds, each with a shelf life counted from the end of the period it covers;
 * four of them, seen together, show whether practice has changed.
 *
 * Source: what quality frameworks of councils list (performance data, audit, observation, feedback),
 * and the "tripartite" reading of data, audit and voice that inspectors praised; the shelf lives
 * are a setting of the council, and where it has set none Waymark's own, which begin with the quarterly
 * round of monitoring visits. In SQL: evidence_kind_is_one_we_know, evidence_period_runs_forwards,
 * evidence_period_has_both_its_ends.
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
}

/** Whole months after the end of the period in which evidence of a kind still says how things are. */
export type ShelfLives = Readonly<Record<EvidenceKind, number>>

/** Waymark's own, in force until the council sets others. */
export const defaultShelfLives: ShelfLives = {
  'performance-data': 3,
  'case-audit': 6,
  'practice-observation': 6,
  voice: 6,
  policy: 12,
}

export const evidenceKindsInWords: Record<EvidenceKind, EvidenceKindInWords> = {
  'performance-data': {
    title: 'Performance data',
    whatItIs: 'Numbers from your systems: how many, how fast, how often.',
  },
  'case-audit': {
    title: 'Case audit',
    whatItIs: 'What auditors found when they read children’s records: the quality, not the count.',
  },
  'practice-observation': {
    title: 'Practice observation or staff voice',
    whatItIs: 'What somebody saw of practice, or what staff say about it.',
  },
  voice: {
    title: 'Voice of children and families',
    whatItIs: 'What children, parents and carers say about the help they get.',
  },
  policy: {
    title: 'Policy or process',
    whatItIs:
      'What was written down or set up: it shows that something was done, not that it works.',
  },
}

/** The title of a kind, or that it is missing. */
export const kindTitle = (kind: EvidenceKind | null): string =>
  kind ? evidenceKindsInWords[kind].title : 'Kind not given yet'

/** The four kinds that show practice. A policy shows activity only and never stands for one of them. */
export const triangulationKinds = [
  'performance-data',
  'case-audit',
  'practice-observation',
  'voice',
] as const satisfies readonly EvidenceKind[]
export type TriangulationKind = (typeof triangulationKinds)[number]

/** The last day on which evidence of a period still counts as fresh. */
export const freshUntil = (
  kind: EvidenceKind,
  periodTo: CalendarDate,
  lives: ShelfLives = defaultShelfLives,
): CalendarDate => addMonths(periodTo, lives[kind])

/**
 * Whether evidence of a period that ended on `periodTo` still says how things are today. Where its kind
 * or its period is missing nobody can say, so it does not.
 */
export const isFresh = (
  kind: EvidenceKind | null,
  periodTo: CalendarDate | null,
  today: CalendarDate,
  lives: ShelfLives = defaultShelfLives,
): boolean => kind !== null && periodTo !== null && today <= freshUntil(kind, periodTo, lives)
