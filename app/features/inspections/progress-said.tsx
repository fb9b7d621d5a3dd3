import { recommendationRef } from '~/domain/plan/references'
import { paths } from '~/paths'
import { Section } from '~/ui/page'
import { ProgressTag } from '~/ui/progress-tag'
import type { InspectionView } from './inspection.query.server'

/** What a visit's letter said of progress, worst first, each with the recommendation that it speaks of. */
export function ProgressSaid({ verdicts }: Pick<InspectionView, 'verdicts'>) {
  if (verdicts.length === 0) return null
  return (
    <Section id="progress" title="What it said of earlier recommendations">
      <ul>
        {verdicts.map(({ id, recommendationId, verdict, quote }) => (
          <li key={id} className="border-b border-line py-3">
            <ProgressTag verdict={verdict} /> on{' '}
            <a href={paths.recommendation(recommendationId)}>
              {recommendationRef(recommendationId)}
            </a>
            <blockquote className="mt-1 max-w-measure">“{quote}”</blockquote>
          </li>
        ))}
      </ul>
    </Section>
  )
}
