import { keyLineTitles } from '~/domain/plan/key-lines'
import { longDate } from '~/domain/time/calendar-date'
import { paths } from '~/paths'
import { CauseLink } from '~/ui/cause-link'
import { Empty, Section } from '~/ui/page'
import type { KeyLineInView } from './preparing.query.server'

/** The questions that inspectors are expected to ask, each with its answer and what that rests on. */
export function KeyLines({
  lines,
  mayWrite,
  visitId,
}: {
  lines: readonly KeyLineInView[]
  mayWrite: boolean
  visitId: number
}) {
  return (
    <Section
      id="key-lines"
      title="Key lines of enquiry"
      aside={mayWrite ? <a href={paths.newKeyLine(visitId)}>Add a key line</a> : undefined}
    >
      {lines.length === 0 ? (
        <Empty>
          What inspectors are expected to ask stands here: what we know, how we know it and what we
          do next, with the evidence. Whoever is asked gives the same honest answer.
        </Empty>
      ) : null}
      {lines.map((line) => (
        <article key={line.id} className="keep-together mb-6 border-b border-line pb-4">
          <h3 className="text-18">{line.question}</h3>
          <dl className="mt-2 grid gap-x-6 md:grid-cols-[11rem_1fr]">
            <Part name={keyLineTitles.known}>{line.known}</Part>
            <Part name={keyLineTitles.howKnown} causes={line.evidence}>
              {line.howKnown}
            </Part>
            <Part name={keyLineTitles.nextStep} causes={line.actions}>
              {line.nextStep}
            </Part>
          </dl>
          <p className="mt-1 text-16 text-quiet">
            {line.writtenByName}, {longDate(line.writtenOn)}
            {mayWrite ? (
              <span className="no-print">
                {' · '}
                <a href={paths.keyLine(visitId, line.id)}>
                  Write it anew<span className="sr-only">: {line.question}</span>
                </a>
              </span>
            ) : null}
          </p>
        </article>
      ))}
    </Section>
  )
}

function Part({
  name,
  children,
  causes = [],
}: {
  name: string
  children: string
  causes?: KeyLineInView['evidence']
}) {
  return (
    <>
      <dt className="pt-1 text-quiet">{name}</dt>
      <dd className="max-w-measure pt-1">
        {children ? <span className="whitespace-pre-line">{children}</span> : null}
        {causes.length > 0 ? (
          <ul className="text-16">
            {causes.map((cause) => (
              <li key={cause.id}>
                <CauseLink cause={cause} />
              </li>
            ))}
          </ul>
        ) : null}
        {!children && causes.length === 0 ? (
          <span className="text-quiet">Not written yet</span>
        ) : null}
      </dd>
    </>
  )
}
