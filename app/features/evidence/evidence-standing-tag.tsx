import { type EvidenceStanding, evidenceStandingTitles } from '~/domain/evidence/standing'
import { type Tone, ToneTag } from '~/ui/rating-tag'

const tones: Record<EvidenceStanding, Tone> = {
  'awaiting-review': 'part',
  accepted: 'good',
  stale: 'warning',
  replaced: 'none',
  returned: 'warning',
  rejected: 'bad',
}

export function EvidenceStandingTag({ standing }: { standing: EvidenceStanding }) {
  return <ToneTag tone={tones[standing]}>{evidenceStandingTitles[standing]}</ToneTag>
}
