/**
 * What a visit says of progress on an earlier recommendation is one of six verdicts, always with the
 * letter's own words beside it.
 *
 * Source: the words that visit letters use ("too slow", "too early to see the impact", "not consistently
 * embedded"). In SQL: progress_verdicts_verdict_is_one_we_know.
 */
export const progressVerdicts = [
  'declined',
  'too-slow',
  'unchanged',
  'not-embedded',
  'too-early-to-see',
  'progress',
] as const
export type ProgressVerdict = (typeof progressVerdicts)[number]

/** Worst first, as readers are told them. */
export const progressVerdictTitles: Record<ProgressVerdict, string> = {
  declined: 'Declined',
  'too-slow': 'Too slow',
  unchanged: 'No better',
  'not-embedded': 'Not embedded',
  'too-early-to-see': 'Too early to see',
  progress: 'Progress',
}

/** 0 is the worst. */
export const rankOfProgress = (verdict: ProgressVerdict): number =>
  progressVerdicts.indexOf(verdict)
