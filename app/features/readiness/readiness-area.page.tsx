import type { ReactNode } from 'react'
import { visitKindTitles } from '~/domain/inspection/visit-kinds'
import type { JudgedPlanAction, Reason, RecommendationReadiness } from '~/domain/plan/readiness'
import { actionRef, recommendationRef } from '~/domain/plan/references'
import { counted, fullDate, shortDate } from '~/domain/time/calendar-date'
import { inWords } from '~/domain/time/in-words'
import { paths } from '~/paths'
import { ColourCell } from '~/ui/brag-tag'
import { CauseLink } from '~/ui/cause-link'
import { Page, Quote, Section } from '~/ui/page'
import { Gap, RatingTag } from '~/ui/rating-tag'
import { AssuranceTag, ImpactTag } from '~/ui/standing-tags'
import { VerdictTag } from '~/ui/verdict-tag'
import { Table } from '~/ui/table'
import { FindingsList, StepList } from './findings-list'
import { AssuranceCell, DeliveryCell, ImpactCell, OneLine } from './part-cells'
import type { ReadinessAreaView } from './readiness-area.query.server'

export function ReadinessAreaPage({ view }: { view: ReadinessAreaView }) {
  const { area, nextVisit, on } = view
  return (
    <Page
      title={area.title}
      above={`Readiness as at ${fullDate(on)}`}
      crumbs={[{ to: paths.readiness(), name: 'Readiness' }]}
      wide
      lede={
        <>
          <VerdictTag verdict={area.verdict} />
          {area.heldBackBy.length > 0
            ? `, held back by ${area.heldBackBy.length} of ${counted(area.recommendations.length, 'recommendation')}.`
            : null}
          {nextVisit ? (
            <>
              {' '}
              <a href={paths.visit(nextVisit.id)}>
                Next {visitKindTitles[nextVisit.kind].toLowerCase()}
              </a>{' '}
              {nextVisit.expectedFrom < on ? 'any day now' : inWords(nextVisit.expectedFrom, on)}.
            </>
          ) : null}
        </>
      }
    >
      {area.recommendations.map((one) => (
        <RecommendationSection key={one.recommendation.id} one={one} />
      ))}
    </Page>
  )
}

function RecommendationSection({ one }: { one: RecommendationReadiness }) {
  const { id, text } = one.recommendation
  const because = (about: Reason['about']) => one.reasons.filter((reason) => reason.about === about)
  return (
    <Section
      id={recommendationRef(id)}
      title={
        <>
          <a href={paths.recommendation(id)}>{recommendationRef(id)}</a>{' '}
          <span className="ml-2 text-18">
            <VerdictTag verdict={one.verdict} />
          </span>
        </>
      }
    >
      <Quote>{text}</Quote>
      {because('told-again').map(({ sentence }) => (
        <p key={sentence} className="-mt-2 mb-4">
          {sentence} <a href={`${paths.recommendation(id)}#told`}>What was done in between</a>
        </p>
      ))}
      <div className="mb-5 grid gap-5 md:grid-cols-3 print:grid-cols-3">
        <Part title="Delivery" reasons={because('delivery')}>
          <DeliveryCell delivery={one.delivery} />
        </Part>
        <Part title="Assurance" reasons={because('assurance')} beside={one.ownEvidence}>
          <AssuranceCell assurance={one.assurance} />
        </Part>
        <Part title="Impact" reasons={because('impact')}>
          <ImpactCell impact={one.impact} />
        </Part>
      </div>
      {one.verdict === 'ready' ? null : (
        <div className="mb-6 grid gap-x-10 gap-y-4 lg:grid-cols-2 print:grid-cols-2">
          <div className="keep-together">
            <h3 className="text-18">An inspector would still find</h3>
            <FindingsList findings={one.inspectorWouldFind} />
          </div>
          <div className="keep-together">
            <h3 className="text-18">It would be raised by</h3>
            <StepList steps={one.wouldRaise} />
          </div>
        </div>
      )}
      {one.actions.length === 0 ? null : <ActionTable one={one} />}
    </Section>
  )
}

const mostReasonsInSight = 4

/** One of the three, its rating and what it is caused by. */
function Part({
  title,
  reasons,
  beside,
  children,
}: {
  title: string
  reasons: readonly Reason[]
  /** what is true of it and rates nothing */
  beside?: string
  children: ReactNode
}) {
  const more = reasons.slice(mostReasonsInSight)
  return (
    <div className="border-t-2 border-edge pt-2">
      <h3 className="text-16 text-quiet">{title}</h3>
      <p>{children}</p>
      {beside ? <p className="text-16">{beside}</p> : null}
      <ReasonList reasons={reasons.slice(0, mostReasonsInSight)} />
      {more.length === 0 ? null : (
        <details>
          <summary className="min-h-[44px] cursor-pointer py-2 text-16 print:hidden">
            {counted(more.length, 'more reason')}
          </summary>
          <ReasonList reasons={more} />
        </details>
      )}
    </div>
  )
}

/** Sentences under what they are caused by, which is named once. */
function ReasonList({ reasons }: { reasons: readonly Reason[] }) {
  const keyOf = ({ cause }: Reason) => `${cause.kind}-${cause.id}`
  const firsts = reasons.filter(
    (reason, at) => reasons.findIndex((other) => keyOf(other) === keyOf(reason)) === at,
  )
  return (
    <ul className="text-16">
      {firsts.map((first) => (
        <li key={keyOf(first)} className="py-1">
          <CauseLink cause={first.cause} />
          {reasons
            .filter((reason) => keyOf(reason) === keyOf(first))
            .map(({ sentence }) => (
              <span key={sentence} className="block">
                {sentence}
              </span>
            ))}
        </li>
      ))}
    </ul>
  )
}

function ActionTable({ one }: { one: RecommendationReadiness }) {
  return (
    <Table<JudgedPlanAction>
      caption={`Actions that answer ${recommendationRef(one.recommendation.id)}, the weakest first`}
      rows={one.actions}
      rowKey={({ id }) => id}
      columns={[
        {
          title: 'Action',
          isName: true,
          width: 'md:w-[28%] print:w-[26%]',
          cell: ({ id, title }) => (
            <a href={paths.action(id)} className="font-normal">
              <span className="font-bold">{actionRef(id)}</span> {title}
            </a>
          ),
        },
        { title: 'Owner', cell: ({ ownerName }) => ownerName ?? <Gap>No owner</Gap> },
        {
          title: 'Due',
          cell: ({ dueOn }) => <OneLine>{dueOn ? shortDate(dueOn) : <Gap>No date</Gap>}</OneLine>,
        },
        { title: 'Colour', cell: ({ standing }) => <ColourCell standing={standing} /> },
        {
          title: 'Delivery',
          cell: ({ standing }) => (
            <>
              <RatingTag rating={standing.delivery.rating} />
              {standing.differs ? (
                <span className="block text-14 text-quiet">{standing.differs}</span>
              ) : null}
            </>
          ),
        },
        {
          title: 'Assurance',
          cell: ({ standing }) => <AssuranceTag assurance={standing.assurance.assurance} />,
        },
        { title: 'Impact', cell: ({ standing }) => <ImpactTag impact={standing.impact.impact} /> },
      ]}
    />
  )
}
