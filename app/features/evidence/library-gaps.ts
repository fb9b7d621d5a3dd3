export const libraryGaps = ['for-nothing', 'stale-soon', 'unfinished'] as const
export type LibraryGap = (typeof libraryGaps)[number]

export const libraryGapTitles: Record<LibraryGap, string> = {
  'for-nothing': 'Accepted for nothing',
  'stale-soon': 'Out of date within 30 days',
  unfinished: 'Something is missing',
}
