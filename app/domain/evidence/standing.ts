/**
 * A piece of evidence waits for review, is accepted, is accepted but out of date, was replaced by a newer
 * version, was returned with a question, or was rejected. It goes out of date by itself, when the shelf
 * life of its kind has passed; a version that is accepted replaces the one that it follows, which stays
 * with its review and counts no longer.
 *
 * Source: PRODUCT rules 1 and 7 and the word "evidence"; the shelf lives of kinds.ts; decision 0026.
 */
import type { CalendarDate } from '../time/calendar-date'
import { type EvidenceKind, isFresh, type ShelfLives } from './kinds'
import type { ReviewVerdict } from './review'

export const evidenceStandings = [
  'awaiting-review',
  'accepted',
  'stale',
  'replaced',
  'returned',
  'rejected',
] as const
export type EvidenceStanding = (typeof evidenceStandings)[number]

export const evidenceStandingTitles: Record<EvidenceStanding, string> = {
  'awaiting-review': 'Awaiting review',
  accepted: 'Accepted',
  stale: 'Accepted, out of date',
  replaced: 'Replaced by a newer version',
  returned: 'Returned',
  rejected: 'Rejected',
}

/** How evidence stands on the day `today`, by the verdict that counts; null while it waits. */
export function evidenceStanding(
  evidence: {
    kind: EvidenceKind | null
    periodTo: CalendarDate | null
    verdict: ReviewVerdict | null
    /** a version that follows it is accepted */
    isReplaced?: boolean
  },
  today: CalendarDate,
  lives?: ShelfLives,
): EvidenceStanding {
  if (evidence.isReplaced) return 'replaced'
  if (evidence.verdict === null) return 'awaiting-review'
  if (evidence.verdict !== 'accepted') return evidence.verdict
  return isFresh(evidence.kind, evidence.periodTo, today, lives) ? 'accepted' : 'stale'
}
