import { actionRef, recommendationRef } from '~/domain/plan/references'
import { longDate } from '~/domain/time/calendar-date'
import { paths } from '~/paths'
import { Quote, Section } from '~/ui/page'
import type { ThreadView } from './thread.query.server'

type Telling = ThreadView['tellings'][number]

/** How often it was told and what was done in between; for managers, the way to say so. */
export function Thread({ view }: { view: ThreadView }) {
  const link = view.mayLink ? (
    <a href={paths.recommendationRepeats(view.recommendationId)}>
      {view.told ? 'What repeats what' : 'Was this said before?'}
    </a>
  ) : undefined
  if (!view.told) return link ? <p className="no-print -mt-2 mb-8">{link}</p> : null
  return (
    <Section id="told" title={view.told} aside={link}>
      <ol className="ml-2 border-l-2 border-line">
        {view.tellings.map((telling) => (
          <ToldOnce key={telling.inspection.id} telling={telling} />
        ))}
      </ol>
    </Section>
  )
}

function ToldOnce({ telling: { inspection, said, since } }: { telling: Telling }) {
  return (
    <li className="mb-5 pl-5">
      <h3 className="relative">
        <span
          aria-hidden="true"
          className="absolute -left-[1.7rem] top-[0.45em] h-3 w-3 rounded-full border-2 border-brand bg-paper"
        />
        <a href={paths.inspection(inspection.id)}>{inspection.name}</a>{' '}
        <span className="text-16 font-normal text-quiet">{inspection.days}</span>
      </h3>
      <div className="mt-2">
        {said.map(({ id, text, isThis }) => (
          <Quote
            key={id}
            source={
              isThis ? (
                `${recommendationRef(id)}, this recommendation`
              ) : (
                <a href={paths.recommendation(id)}>{recommendationRef(id)}</a>
              )
            }
          >
            {text}
          </Quote>
        ))}
      </div>
      {since ? <Since since={since} /> : null}
    </li>
  )
}

function Since({
  since: { sentences, actions, evidence },
}: {
  since: NonNullable<Telling['since']>
}) {
  return (
    <div className="max-w-[46rem] rounded bg-ground p-4 text-16">
      <h4 className="font-bold">What was done before it was told again</h4>
      <p className="mt-1">{sentences.join(' ')}</p>
      {actions.length > 0 ? (
        <ul className="mt-1">
          {actions.map(({ id, title }) => (
            <li key={id}>
              <span className="text-quiet">{actionRef(id)}</span>{' '}
              <a href={paths.action(id)}>{title}</a>
            </li>
          ))}
        </ul>
      ) : null}
      {evidence ? (
        <p className="mt-1">
          Latest evidence: <a href={paths.evidence(evidence.id)}>{evidence.title}</a>, up to{' '}
          {longDate(evidence.periodTo)}
        </p>
      ) : null}
    </div>
  )
}
