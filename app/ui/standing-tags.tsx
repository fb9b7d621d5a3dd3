import { type Delivery, deliveryTitles } from '~/domain/action/delivery'
import { type Impact, impactTitles } from '~/domain/action/impact'
import { type Assurance, assuranceTitles } from '~/domain/evidence/assurance'
import { RatingTag, type Tone, ToneTag } from './rating-tag'

/** Delivery, assurance and impact, each with its own shape and word, never as one colour. */
export function DeliveryTag({ delivery }: { delivery: Delivery }) {
  return <RatingTag rating={delivery}>{deliveryTitles[delivery]}</RatingTag>
}

const assuranceTones: Record<Assurance, Tone> = {
  none: 'none',
  'awaiting-review': 'part',
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
  'made-no-difference': 'warning',
  worse: 'bad',
}

export function ImpactTag({ impact }: { impact: Impact }) {
  return <ToneTag tone={impactTones[impact]}>{impactTitles[impact]}</ToneTag>
}
