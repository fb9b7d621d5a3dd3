import { assuranceTitles, type TargetAssurance } from '~/domain/measure/assurance'
import type { Meaning } from '~/domain/measure/signals'
import type { MeasureGlance } from '~/domain/measure/standing'
import { type signalLooks, SignalTag } from './signal-tag'

const movements: Record<Meaning, string> = {
  concern: 'Moving the wrong way',
  improvement: 'Improving',
  change: 'Changing',
}

/** What the latest figure says by the four rules. */
export function MovementTag({ glance: { meaning } }: { glance: MeasureGlance }) {
  if (meaning === undefined) return <SignalTag signal="none">Too few figures</SignalTag>
  if (meaning === null) return <SignalTag signal="none">No signal</SignalTag>
  return <SignalTag signal={meaning}>{movements[meaning]}</SignalTag>
}

/** In the same colours: what will fail is a concern, and what hits and misses is chance. */
const assuranceLooks: Record<TargetAssurance, keyof typeof signalLooks> = {
  fail: 'concern',
  'hit-and-miss': 'none',
  pass: 'improvement',
}

/** Whether the target will be met while nothing changes. */
export function TargetTag({ glance: { assurance, hasTarget } }: { glance: MeasureGlance }) {
  if (assurance) {
    return <SignalTag signal={assuranceLooks[assurance]}>{assuranceTitles[assurance]}</SignalTag>
  }
  return <SignalTag signal="none">{hasTarget ? 'Too few figures to say' : 'No target'}</SignalTag>
}
