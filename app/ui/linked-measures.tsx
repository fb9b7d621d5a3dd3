import { measureRef } from '~/domain/measure/measure'
import type { MeasureInBrief } from '~/domain/measure/effect'
import { paths } from '~/paths'
import { MovementTag, TargetTag } from './measure-tags'
import { Section } from './page'

/** The measures by which an action or a recommendation is followed, each with what it shows. */
export function LinkedMeasures({ measures }: { measures: readonly MeasureInBrief[] }) {
  if (measures.length === 0) return null
  return (
    <Section id="measures" title={measures.length === 1 ? 'Measure' : 'Measures'}>
      <ul>
        {measures.map(({ id, title, finding, glance, isWithoutEffect }) => (
          <li key={id} className="keep-together border-b border-line py-2">
            <a href={paths.measure(id)}>
              <span className="font-bold">{measureRef(id)}</span> {title}
            </a>
            <p className="text-16">{finding}.</p>
            <p className="flex flex-wrap gap-x-5 text-16">
              <MovementTag glance={glance} />
              <TargetTag glance={glance} />
            </p>
            {isWithoutEffect ? (
              <p className="mt-1 border-l-4 border-at-risk pl-2 text-16 font-bold">
                Done but no effect yet: no signal of improvement since it was finished.
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}
