/**
 * What an old plan says of a status is a statement, and is proposed as one of ours for a person to
 * confirm; it never becomes a derived state.
 *
 * Source: PRODUCT rules 2 and 3; issue 3, "statuses to ours". BRAG and RAG as councils use them: blue is
 * complete, red is off track.
 */
import type { Delivery } from '../action/delivery'
import { folded } from './cell'

/** What a status of the old plan is taken as; 'none' leaves it as words. */
export type StatusAnswer = Delivery | 'none'

const forms: readonly (readonly [RegExp, StatusAnswer])[] = [
  [
    /\b(not|never)( yet)? (started|begun|commenced|due)\b|^to (do|start)$|\bpending\b|^planned$|^future$|^n\/?s$/,
    'not-started',
  ],
  [
    /\b(gr[ea]y|white|clear)\b|^scheduled$|^awaiting start$|^new$|^yet to (start|begin)$/,
    'not-started',
  ],
  [
    /\b(not (on track|complete[d]?|achieved|met|delivered)|off[- ]track|overdue|missed|failing|red|blocked|critical|stalled|significant(ly)? (delay|behind))\b|^r$/,
    'off-track',
  ],
  [
    /\b(partial(ly)?|partly|mostly|nearly|almost|some) (complete[d]?|done|met|achieved|delivered)\b|\b(amber|orange|yellow|at risk|delayed|slipp(ed|ing|age)|behind|concerns?|issues?|on hold|paused|deferred|suspended|blue[- ]amber|amber[-/ ](green|red))\b|^a$/,
    'at-risk',
  ],
  [
    /\b(complete[d]?|done|blue|closed|delivered|finished|achieved|embedded|implemented|met|signed off)\b|^b$|^c$|^100 ?%$/,
    'delivered',
  ],
  [
    /\b(on[- ]track|green|in progress|in[- ]hand|ongoing|on[- ]going|underway|under way|started|commenced|active|progressing|open|wip|on target|on schedule|live)\b|^g$/,
    'on-track',
  ],
  [
    /\b(withdrawn|cancelled|superseded|no longer (required|needed)|removed|n\/a|not applicable|duplicate|merged|tb[cadn]|unknown|not rated)\b|^[-–?]$/,
    'none',
  ],
]

/** What a status is proposed as; undefined where nothing is known of such words. */
export function proposedStatus(text: string): StatusAnswer | undefined {
  const words = folded(text)
    .replace(/[().:;*]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (/\b(withdrawn|cancelled|superseded|no longer (required|needed))\b/.test(words)) return 'none'
  const found = forms.filter(([form]) => form.test(words)).map(([, status]) => status)
  // Words that name two colours, "amber moving to green", are the person's to judge: the worse is proposed.
  return found[0]
}
