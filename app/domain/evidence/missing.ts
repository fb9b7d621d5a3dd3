/**
 * Evidence is saved in a moment and made whole later: what it shows, its kind, its period and what it is
 * for may be missing, and stand on its page as missing until they are given.
 *
 * Source: issue 4, "everything else can be filled later and is listed as missing". In SQL, for what is
 * accepted: evidence_is_accepted_only_when_it_is_whole.
 */
import type { CalendarDate } from '../time/calendar-date'
import type { EvidenceKind } from './kinds'

export const missingPartTitles = {
  shows: 'what it shows',
  kind: 'its kind',
  period: 'the period that it covers',
  purpose: 'what it is for',
} as const
export type MissingPart = keyof typeof missingPartTitles

export interface PartsOfEvidence {
  shows: string
  kind: EvidenceKind | null
  periodTo: CalendarDate | null
  /** whether it is for an action or a recommendation; left out where nobody asks */
  isForSomething?: boolean
}

/** What it still lacks, in the order in which it is told. */
export const missingParts = (evidence: PartsOfEvidence): MissingPart[] => [
  ...(evidence.shows.trim() === '' ? (['shows'] as const) : []),
  ...(evidence.kind === null ? (['kind'] as const) : []),
  ...(evidence.periodTo === null ? (['period'] as const) : []),
  ...(evidence.isForSomething === false ? (['purpose'] as const) : []),
]

/** "Missing: its kind and the period that it covers." */
export function missingSentence(missing: readonly MissingPart[]): string {
  const titles = missing.map((part) => missingPartTitles[part])
  const listed =
    titles.length < 2
      ? titles.join('')
      : `${titles.slice(0, -1).join(', ')} and ${titles[titles.length - 1]}`
  return `Missing: ${listed}.`
}
