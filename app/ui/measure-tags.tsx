import { assuranceTitles, type TargetAssurance } from '~/domain/measure/assurance'
import type { Meaning } from '~/domain/measure/signals'
import type { MeasureGlance } from '~/domain/measure/standing'
import { type Tone, ToneTag } from './rating-tag'

const movements: Record<Meaning, { tone: Tone; words: string }> = {
  concern: { tone: 'bad', words: 'Moving the wrong way' },
  improvement: { tone: 'good', words: 'Improving' },
  change: { tone: 'part', words: 'Changing' },
}

/** What the latest figure says by the four rules. */
export function MovementTag({ glance: { meaning } }: { glance: MeasureGlance }) {
  if (meaning === undefined) return <ToneTag tone="none">Too few figures</ToneTag>
  if (meaning === null) return <ToneTag tone="none">No signal</ToneTag>
  return <ToneTag tone={movements[meaning].tone}>{movements[meaning].words}</ToneTag>
}

const assuranceTones: Record<TargetAssurance, Tone> = {
  fail: 'bad',
  'hit-and-miss': 'warning',
  pass: 'good',
}

/** Whether the target will be met while nothing changes. */
export function TargetTag({ glance: { assurance, hasTarget } }: { glance: MeasureGlance }) {
  if (assurance) {
    return <ToneTag tone={assuranceTones[assurance]}>{assuranceTitles[assurance]}</ToneTag>
  }
  return <ToneTag tone="none">{hasTarget ? 'Too few figures to say' : 'No target'}</ToneTag>
}
