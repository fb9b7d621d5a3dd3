import { type Impact, impactTitles } from '~/domain/action/impact'
import { type Assurance, assuranceTitles } from '~/domain/evidence/assurance'
import { type Brag, bragTitles } from '~/domain/plan/brag'
import { type Verdict, verdictTitles } from '~/domain/plan/readiness'
import { RatingTag, type Tone, ToneTag } from './rating-tag'

const assuranceTones: Record<Assurance, Tone> = {
  none: 'none',
  'awaiting-review': 'warning',
  partly: 'part',
  accepted: 'good',
}

export function AssuranceTag({ assurance }: { assurance: Assurance }) {
  return <ToneTag tone={assuranceTones[assurance]}>{assuranceTitles[assurance]}</ToneTag>
}

const impactTones: Record<Impact, Tone> = {
  'too-early': 'none',
  'not-shown': 'warning',
  'made-a-difference': 'good',
  partly: 'part',
  'made-no-difference': 'bad',
  worse: 'bad',
}

export function ImpactTag({ impact }: { impact: Impact }) {
  return <ToneTag tone={impactTones[impact]}>{impactTitles[impact]}</ToneTag>
}

/** The council's own colour, with its word. */
export function BragTag({ brag }: { brag: Brag }) {
  return <RatingTag rating={brag}>{bragTitles[brag]}</RatingTag>
}

const verdictTones: Record<Verdict, Tone> = { 'not-yet': 'bad', nearly: 'part', ready: 'good' }

export function VerdictTag({ verdict }: { verdict: Verdict }) {
  return <ToneTag tone={verdictTones[verdict]}>{verdictTitles[verdict]}</ToneTag>
}
