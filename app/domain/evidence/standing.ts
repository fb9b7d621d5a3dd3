/**
 * A piece of evidence waits for review, is accepted, is accepted but out of date, or was returned:
 * it goes out of date by itself, when the shelf life of its kind has passed.
 *
 * Source: PRODUCT rule 7 and the word "evidence"; the shelf lives of kinds.ts.
 */
import type { CalendarDate } from '../time/calendar-date'
import { type EvidenceKind, isFresh } from './kinds'
import type { ReviewVerdict } from './review'

export const evidenceStandings = ['awaiting-review', 'accepted', 'stale', 'returned'] as const
export type EvidenceStanding = (typeof evidenceStandings)[number]

export const evidenceStandingTitles: Record<EvidenceStanding, string> = {
  'awaiting-review': 'Awaiting review',
  accepted: 'Accepted',
  stale: 'Accepted, out of date',
  returned: 'Returned',
}

/** How evidence stands on the day `today`, by its latest verdict; null while it waits. */
export function evidenceStanding(
  evidence: { kind: EvidenceKind; periodTo: CalendarDate; verdict: ReviewVerdict | null },
  today: CalendarDate,
): EvidenceStanding {
  if (evidence.verdict === null) return 'awaiting-review'
  if (evidence.verdict === 'returned') return 'returned'
  return isFresh(evidence.kind, evidence.periodTo, today) ? 'accepted' : 'stale'
}
