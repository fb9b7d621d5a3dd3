import type { ReactNode } from 'react'
import type { RecommendationReadiness } from '~/domain/plan/readiness'
import { RatingTag, ToneTag } from '~/ui/rating-tag'
import { AssuranceTag, ImpactTag } from '~/ui/standing-tags'

type Parts = Pick<RecommendationReadiness, 'delivery' | 'assurance' | 'impact'>

/** Short words that a narrow column would break in two. */
export const OneLine = ({ children }: { children: ReactNode }) => (
  <span className="whitespace-nowrap">{children}</span>
)

const Amount = ({ children }: { children: string }) => (
  <span className="block text-14 text-quiet">{children}</span>
)

const actions = (of: number): string => (of === 1 ? 'action' : 'actions')

/** Did we do it: the worst of its actions, and how many stand so. */
export function DeliveryCell({ delivery: { worst, count, of } }: Pick<Parts, 'delivery'>) {
  if (worst === null) return <ToneTag tone="bad">No actions</ToneTag>
  return (
    <>
      <OneLine>
        <RatingTag rating={worst} />
      </OneLine>
      <Amount>{`${count} of ${of} ${actions(of)}`}</Amount>
    </>
  )
}

/** Has somebody else accepted evidence of it. */
export function AssuranceCell({
  assurance: { worst, count, assured, of },
}: Pick<Parts, 'assurance'>) {
  if (worst === null) return <ToneTag tone="none">None</ToneTag>
  return (
    <>
      <AssuranceTag assurance={worst} />
      <Amount>
        {`${count} of ${of} ${actions(of)}${assured > 0 && assured < of ? `, ${assured} assured` : ''}`}
      </Amount>
    </>
  )
}

/** Did it make a difference for children. */
export function ImpactCell({ impact: { worst, count, of } }: Pick<Parts, 'impact'>) {
  if (worst === null) return <ToneTag tone="none">None</ToneTag>
  return (
    <>
      <ImpactTag impact={worst} />
      <Amount>{`${count} of ${of} ${actions(of)}`}</Amount>
    </>
  )
}
