import { recommendationRef } from '~/domain/plan/references'
import { paths } from '~/paths'
import { inShort } from '~/ui/cause-link'
import { Section } from '~/ui/page'
import { ProgressTag } from '~/ui/progress-tag'
import type { InspectionView } from './inspection.query.server'

/** What a visit's letter said of progress, worst first, each with the recommendation that it speaks of. */
export function ProgressSaid({ verdicts }: Pick<InspectionView, 'verdicts'>) {
  if (verdicts.length === 0) return null
  return (
    <Section id="progress" title="What it said of earlier recommendations">
      <ul>
        {verdicts.map(({ id, recommendationId, recommendation, verdict, quote }) => (
          <li key={id} className="border-b border-line py-3 md:grid md:grid-cols-[11rem_1fr]">
            <p>
              <ProgressTag verdict={verdict} />
            </p>
            <div className="max-w-measure">
              <blockquote>“{quote}”</blockquote>
              <p className="mt-1 text-16 text-quiet">
                on{' '}
                <a href={paths.recommendation(recommendationId)}>
                  {recommendationRef(recommendationId)}
                </a>{' '}
                {inShort(recommendation)}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}
