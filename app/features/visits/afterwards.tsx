import { longDate } from '~/domain/time/calendar-date'
import { paths } from '~/paths'
import { ButtonLink } from '~/ui/button'
import { CauseLink } from '~/ui/cause-link'
import { Empty, Quote, Section } from '~/ui/page'
import { ProgressTag } from '~/ui/progress-tag'
import { VerdictTag } from '~/ui/verdict-tag'
import type { VisitDetailView } from './visit-detail.query.server'

/** What a visit that was held left behind: its letter, or what inspectors said. */
export function Afterwards({ view }: { view: VisitDetailView }) {
  const { visit, letter, closing, mayAddLetter, mayClose } = view
  return (
    <Section id="afterwards" title={closing || letter ? 'What inspectors said' : 'Afterwards'}>
      {closing ? null : (
        <Empty>
          The visit is not closed yet. Its letter closes it, and what it says lands on the
          recommendations; where none is published, what inspectors said does.
        </Empty>
      )}
      {closing?.said ? (
        <Quote look="small" source={`Written down by ${closing.byName}`}>
          <span className="whitespace-pre-line">{closing.said}</span>
        </Quote>
      ) : null}
      {letter ? (
        <>
          <p className="mb-2">
            <a href={paths.inspection(letter.inspectionId)}>The letter</a>
            {letter.said.length === 0
              ? ' says nothing of progress on a recommendation.'
              : ' said of progress:'}
          </p>
          <ul>
            {letter.said.map(({ id, verdict, quote, recommendation, now }) => (
              <li
                key={id}
                className="keep-together border-b border-line py-3 md:grid md:grid-cols-[11rem_1fr]"
              >
                <p>
                  <ProgressTag verdict={verdict} />
                </p>
                <div className="max-w-measure">
                  <blockquote>“{quote}”</blockquote>
                  <p className="mt-1 text-16">
                    <CauseLink cause={recommendation} />
                    {now ? (
                      <>
                        {' · now: '}
                        <VerdictTag verdict={now} />
                      </>
                    ) : null}
                  </p>
                </div>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {closing ? (
        <p className="mt-3 text-16 text-quiet">
          Closed on {longDate(closing.on)} by {closing.byName}. Since then is counted from{' '}
          {longDate(visit.heldTo!)}.
        </p>
      ) : null}
      <div className="no-print mt-4 flex flex-wrap gap-4">
        {mayAddLetter ? (
          <ButtonLink to={paths.visitLetter(visit.id)} look="secondary">
            Add the letter
          </ButtonLink>
        ) : null}
        {mayClose?.allowed ? (
          <ButtonLink to={paths.closeVisit(visit.id)} look="secondary">
            Close it without a letter
          </ButtonLink>
        ) : null}
      </div>
    </Section>
  )
}
