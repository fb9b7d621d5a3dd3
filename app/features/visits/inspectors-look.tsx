import { longDate } from '~/domain/time/calendar-date'
import { recommendationRef } from '~/domain/plan/references'
import { paths } from '~/paths'
import { CauseLink, CauseReference, inShort } from '~/ui/cause-link'
import { Empty, Section } from '~/ui/page'
import { VerdictTag } from '~/ui/verdict-tag'
import type { InspectorsLook } from './preparing.query.server'

type Question = InspectorsLook['questions'][number]

/** What a leader would have to answer: questions that follow from the plan, the worst first. */
export function Questions({
  look: { questions, moreQuestions, on },
  wasHeld,
}: {
  look: InspectorsLook
  wasHeld: boolean
}) {
  return (
    <Section
      id="questions"
      title={wasHeld ? 'What a leader had to answer' : 'What a leader would have to answer'}
    >
      <p className="mb-3 max-w-measure text-quiet">
        {wasHeld
          ? `From the plan as it stood on the eve, ${longDate(on)}. The worst first.`
          : 'What an inspector could ask from what stands in the plan today. The worst first.'}
      </p>
      {questions.length === 0 ? (
        <Empty>
          Nothing in the plan gives an inspector a reason to ask: all of it is done, accepted and
          shown to help.
        </Empty>
      ) : (
        <ol className="list-decimal pl-6 max-w-[46rem]">
          {questions.map((question) => (
            <Asked
              key={`${question.kind}-${question.about.id}-${question.causes[0]!.id}-${question.quote ?? ''}`}
              question={question}
            />
          ))}
        </ol>
      )}
      {moreQuestions > 0 ? (
        <p className="mt-3">
          And {moreQuestions} more, each behind its recommendation in{' '}
          <a href={paths.readiness()}>Readiness</a>.
        </p>
      ) : null}
    </Section>
  )
}

function Asked({ question: { asks, seen, quote, about, causes } }: { question: Question }) {
  const elsewhere = causes.filter(({ kind }) => kind !== 'recommendation')
  return (
    <li className="keep-together border-b border-line py-3 pl-1">
      <p className="font-bold">{asks}</p>
      <p>{seen}</p>
      {quote ? (
        <blockquote className="my-1 border-l-4 border-brand pl-3">{quote}</blockquote>
      ) : null}
      <p className="text-16 text-quiet">
        {elsewhere.length > 0 ? (
          <>
            {elsewhere.map((cause, at) => (
              <span key={`${cause.kind}-${cause.id}`}>
                {at === 0 ? '' : ', '}
                <CauseReference cause={cause} />
              </span>
            ))}
            {' · '}
          </>
        ) : null}
        <a href={paths.recommendation(about.id)}>
          <span className="font-bold">{recommendationRef(about.id)}</span> {inShort(about.text)}
        </a>
      </p>
    </li>
  )
}

/** How ready each recommendation to be tested is, and why, the weakest first. */
export function Tested({
  look: { tested },
  mayEdit,
  visitId,
}: {
  look: InspectorsLook
  mayEdit: boolean
  visitId: number
}) {
  return (
    <Section id="tested" title="Recommendations to be tested">
      {tested.length === 0 ? (
        <Empty>
          No recommendation is named yet. With those that inspectors will test here, each one shows
          how ready it is and why.{' '}
          {mayEdit ? <a href={paths.editVisit(visitId)}>Name them</a> : null}
        </Empty>
      ) : (
        <ul>
          {tested.map(({ recommendation: { id, text }, verdict, reasons, moreReasons }) => (
            <li
              key={id}
              className="keep-together border-b border-line py-3 md:grid md:grid-cols-[7rem_1fr] md:gap-x-4"
            >
              <p>
                <VerdictTag verdict={verdict} />
              </p>
              <div className="min-w-0 max-w-[46rem]">
                <p>
                  <CauseLink cause={{ kind: 'recommendation', id, title: text }} />
                </p>
                {reasons.length === 0 ? null : (
                  <ul className="mt-1 list-disc pl-5 text-16">
                    {reasons.map(({ sentence, cause }) => (
                      <li key={`${cause.kind}-${cause.id}-${sentence}`}>
                        {cause.kind === 'recommendation' ? null : (
                          <>
                            <CauseLink cause={cause} />:{' '}
                          </>
                        )}
                        {sentence}
                      </li>
                    ))}
                  </ul>
                )}
                {moreReasons > 0 ? (
                  <p className="text-16 text-quiet">
                    and {moreReasons} more {moreReasons === 1 ? 'reason' : 'reasons'}
                  </p>
                ) : null}
              </div>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
