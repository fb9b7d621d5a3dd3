import type { ReactNode } from 'react'
import { evidenceStandingTitles } from '~/domain/evidence/standing'
import { nationalFrameworkTitle } from '~/domain/inspection/national-framework'
import { recommendationKindTitles } from '~/domain/inspection/recommendation-kinds'
import { actionRef, recommendationRef } from '~/domain/plan/references'
import { counted, shortDate } from '~/domain/time/calendar-date'
import { inWords } from '~/domain/time/in-words'
import { paths } from '~/paths'
import { ColourCell } from '~/ui/brag-tag'
import { ButtonLink } from '~/ui/button'
import { LinkedMeasures } from '~/ui/linked-measures'
import { Empty, Fact, Facts, Page, Quote, Section } from '~/ui/page'
import { Gap, RatingTag, ToneTag } from '~/ui/rating-tag'
import { Table } from '~/ui/table'
import { Triangulation } from '~/ui/triangulation'
import type { RecommendationView } from './recommendation.query.server'
import { WhatVisitsSaid } from './what-visits-said'

export function RecommendationPage({
  view,
  thread,
}: {
  view: RecommendationView
  /** how often it was told */
  thread: ReactNode
}) {
  return (
    <Page
      wide
      title={`${recommendationRef(view.id)} ${view.areaName}`}
      above={recommendationKindTitles[view.kind]}
      crumbs={[
        { to: paths.recommendations(), name: 'Recommendations' },
        { to: paths.inspection(view.inspection.id), name: view.inspection.name },
      ]}
      primary={
        view.canCreateActions ? (
          <ButtonLink to={paths.newAction(view.id)}>Create an action</ButtonLink>
        ) : undefined
      }
    >
      <OwnWords view={view} />
      <Facts>
        <Fact name="Judged under">{view.areaTitle}</Fact>
        {view.nationalFramework.length > 0 ? (
          <Fact name="National Framework">
            <ul>
              {view.nationalFramework.map((reference) => (
                <li key={reference}>
                  <a href={paths.recommendations({ framework: reference })}>
                    {nationalFrameworkTitle(reference)}
                  </a>
                </li>
              ))}
            </ul>
          </Fact>
        ) : null}
        {view.responsibleBodies.length > 0 ? (
          <Fact name="It asks">{view.responsibleBodies.join(', ')}</Fact>
        ) : null}
      </Facts>
      {thread}
      <WhatVisitsSaid said={view.visitsSaid} />
      <LinkedMeasures measures={view.measures} />
      <Actions view={view} />
      <WhatShowsIt view={view} />
    </Page>
  )
}

function OwnWords({ view }: { view: RecommendationView }) {
  const { heading, page, inspection, printedNumber } = view
  const place = [
    inspection.days,
    heading ? `under “${heading}”` : '',
    printedNumber ? `number ${printedNumber}` : '',
    page ? `page ${page}` : '',
  ]
  const source = (
    <>
      {place.filter(Boolean).join(', ')}
      {inspection.hasSource ? (
        <>
          {' '}
          · <a href={paths.inspectionSourceAt(inspection.id, view.id)}>See it in the report</a>
        </>
      ) : null}
    </>
  )
  if (!view.isReworded) return <Quote source={source}>{view.text}</Quote>
  return (
    <>
      <p className="max-w-measure text-18 md:text-21">{view.text}</p>
      <p className="mb-4 text-16 text-quiet">
        <ToneTag tone="warning">Reworded</ToneTag>
        {view.originalText ? ' The report says:' : <span className="block">{source}</span>}
      </p>
      {view.originalText ? <Quote source={source}>{view.originalText}</Quote> : null}
    </>
  )
}

/** The four kinds of evidence for its actions and itself, and what is for the recommendation itself. */
function WhatShowsIt({
  view: { id, triangulation, evidence, mayAddEvidence },
}: {
  view: RecommendationView
}) {
  return (
    <Section
      id="shown"
      title="What shows it"
      aside={
        mayAddEvidence ? (
          <a href={paths.newEvidence({ recommendation: String(id) })}>Add evidence for it</a>
        ) : undefined
      }
    >
      <Triangulation kinds={triangulation} />
      {evidence.length > 0 ? (
        <ul className="mt-4 max-w-[46rem]">
          {evidence.map((one) => (
            <li key={one.id} className="border-b border-line py-2">
              <a href={paths.evidence(one.id)}>{one.title}</a>{' '}
              <span className="text-16 text-quiet">{evidenceStandingTitles[one.standing]}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </Section>
  )
}

function Actions({ view }: { view: RecommendationView }) {
  return (
    <Section
      id="actions"
      title={view.actions.length === 0 ? 'Actions' : counted(view.actions.length, 'action')}
    >
      {view.actions.length === 0 ? (
        <Empty>
          <Gap>No action yet</Gap>
          <p>
            An action says what will be done about this, who answers for it and by when. Until there
            is one, an inspector would find it as it was.
          </p>
        </Empty>
      ) : (
        <Table
          caption="Actions that answer this recommendation"
          rows={view.actions}
          rowKey={(row) => row.id}
          columns={[
            {
              title: 'Action',
              isName: true,
              cell: (row) => (
                <>
                  <span className="font-normal text-quiet">{actionRef(row.id)}</span>{' '}
                  <a href={paths.action(row.id)}>{row.title}</a>
                </>
              ),
            },
            {
              title: 'Owner',
              width: 'md:w-[7.5rem]',
              cell: (row) => row.ownerName ?? <Gap>No owner</Gap>,
            },
            {
              title: 'Due',
              width: 'md:w-[7rem]',
              cell: (row) =>
                row.dueOn ? (
                  <>
                    {shortDate(row.dueOn)}
                    {row.standing.delivery.rating === 'delivered' ? null : (
                      <span className="block text-quiet">{inWords(row.dueOn, view.today)}</span>
                    )}
                  </>
                ) : (
                  <Gap>No date</Gap>
                ),
            },
            {
              title: 'Colour',
              width: 'md:w-[8.5rem]',
              cell: (row) => <ColourCell standing={row.standing} />,
            },
            {
              title: 'Delivery',
              cell: (row) => (
                <>
                  <RatingTag rating={row.standing.delivery.rating} />
                  <span className="block text-quiet">
                    {row.standing.differs ?? row.standing.delivery.reasons[0]}
                  </span>
                </>
              ),
              width: 'lg:w-[20rem]',
            },
          ]}
        />
      )}
    </Section>
  )
}
