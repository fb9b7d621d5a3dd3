import { type Actor, may } from '~/domain/access/permissions'

export const libraryGaps = ['for-nothing', 'stale-soon', 'unfinished', 'past-its-time'] as const
export type LibraryGap = (typeof libraryGaps)[number]

export const libraryGapTitles: Record<LibraryGap, string> = {
  'for-nothing': 'Accepted for nothing',
  'stale-soon': 'Out of date within 30 days',
  unfinished: 'Something is missing',
  'past-its-time': 'Kept past its time',
}

/** What is past its time is for those who can let it go. */
export const libraryGapsFor = (actor: Actor): LibraryGap[] =>
  libraryGaps.filter((gap) => gap !== 'past-its-time' || may(actor, 'evidence.delete').allowed)
