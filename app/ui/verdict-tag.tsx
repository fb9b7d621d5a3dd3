import { type Verdict, verdictTitles } from '~/domain/plan/readiness'
import { type Tone, ToneTag } from './rating-tag'

const tones: Record<Verdict, Tone> = { 'not-yet': 'bad', nearly: 'part', ready: 'good' }

/** How ready something is, by shape and word. */
export function VerdictTag({ verdict }: { verdict: Verdict }) {
  return <ToneTag tone={tones[verdict]}>{verdictTitles[verdict]}</ToneTag>
}
