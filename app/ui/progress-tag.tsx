import { type ProgressVerdict, progressVerdictTitles } from '~/domain/inspection/progress-verdicts'
import { type Tone, ToneTag } from './rating-tag'

const tones: Record<ProgressVerdict, Tone> = {
  declined: 'bad',
  'too-slow': 'bad',
  unchanged: 'warning',
  'not-embedded': 'warning',
  'too-early-to-see': 'none',
  progress: 'good',
}

/** What a visit said of progress, by shape and word. */
export function ProgressTag({ verdict }: { verdict: ProgressVerdict }) {
  return <ToneTag tone={tones[verdict]}>{progressVerdictTitles[verdict]}</ToneTag>
}
