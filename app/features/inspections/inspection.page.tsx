import type { ReactNode } from 'react'
import type { StatementOwed } from '~/domain/inspection/duties'
import { recommendationKindTitles } from '~/domain/inspection/recommendation-kinds'
import { recommendationRef } from '~/domain/plan/references'
import { type CalendarDate, counted, fullDate, longDate } from '~/domain/time/calendar-date'
import { paths } from '~/paths'
import { ActionCountWords } from '~/ui/action-count'
import { GradeTag } from '~/ui/grade-tag'
import { Empty, Fact, Facts, Page, Section } from '~/ui/page'
import { Gap, ToneTag } from '~/ui/rating-tag'
import { Table } from '~/ui/table'
import { ProgressSaid } from './progress-said'
import { ToldAgainTag } from '~/ui/told-again-tag'
import type { InspectionView } from './inspection.query.server'

export function InspectionPage({
  view,
  saidBefore,
}: {
  view: InspectionView
  /** what of it may have been said before, for those who decide it */
  saidBefore: ReactNode
}) {
  return (
    <Page
      wide
      title={view.name}
      above={view.days}
      crumbs={[{ to: paths.inspections(), name: 'Inspections' }]}
    >
      <ProgressSaid verdicts={view.verdicts} />
      {view.isVisit && view.statements.length === 0 ? null : <Statements view={view} />}
      {view.isVisit && view.judgements.length === 0 ? null : <Judgements view={view} />}
      {view.isVisit && view.recommendations.length === 0 ? null : <Recommendations view={view} />}
      {saidBefore}
      <Section id="report" title="The report">
        <Facts>
          <Fact name="Framework">{view.frameworkTitle ?? 'None: nothing is graded'}</Fact>
          <Fact name="Lead inspector">{view.leadInspector || 'Not named'}</Fact>
          {view.principalAuthority ? (
            <Fact name="Principal authority">{view.principalAuthority}</Fact>
          ) : null}
          {view.areasCovered.length > 0 ? (
            <Fact name="Areas covered">
              <ul>
                {view.areasCovered.map((area) => (
                  <li key={area}>{area}</li>
                ))}
              </ul>
            </Fact>
          ) : null}
          <Fact name="Received">
            {view.receivedOn ? fullDate(view.receivedOn) : <Gap>No date received</Gap>}
          </Fact>
          <Fact name="Confirmed by">{view.confirmedByName}</Fact>
          <Fact name="Findings">
            {view.findings > 0 ? (
              <a href={paths.findings(view.id)}>{counted(view.findings, 'finding')} kept</a>
            ) : (
              'None were kept'
            )}
          </Fact>
          {view.hasSource ? (
            <Fact name="Its words">
              <a href={paths.inspectionSource(view.id)}>Read the report as it is kept</a>
            </Fact>
          ) : null}
        </Facts>
      </Section>
    </Page>
  )
}

function Statements({ view }: { view: InspectionView }) {
  return (
    <Section
      id="statements"
      title="What we owe, and by when"
      aside={
        view.canStateDates ? <a href={paths.inspectionDates(view.id)}>Give the dates</a> : undefined
      }
    >
      {view.statements.length === 0 ? (
        <Empty>Nothing is owed by law after this inspection.</Empty>
      ) : (
        <ul className="grid gap-4 md:grid-cols-2">
          {view.statements.map((owed) => (
            <li key={owed.duty} className="card">
              <Statement owed={owed} today={view.today} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function Statement({ owed, today }: { owed: StatementOwed; today: CalendarDate }) {
  return (
    <>
      <h3>{owed.title}</h3>
      <p className="mt-1">
        <StatementState owed={owed} today={today} />
      </p>
      <p className="mt-1 max-w-measure text-16">{owed.because}</p>
      <dl className="mt-2 grid grid-cols-[auto_1fr] gap-x-4 text-16">
        <dt className="text-quiet">In Ofsted’s letter</dt>
        <dd>{owed.statedOn ? longDate(owed.statedOn) : 'Not given'}</dd>
        {owed.workingDays === null ? null : (
          <>
            <dt className="text-quiet">{owed.workingDays} working days</dt>
            <dd>
              {owed.computedOn ? longDate(owed.computedOn) : <Gap>No date received</Gap>}
              {owed.beyondKnownHolidays
                ? ', counted without bank holidays that are not known yet'
                : ''}
            </dd>
          </>
        )}
      </dl>
      <p className="mt-2 text-14 text-quiet">{owed.source}</p>
    </>
  )
}

function StatementState({ owed, today }: { owed: StatementOwed; today: CalendarDate }) {
  const { dueOn, workingDaysLeft, daysLeft } = owed
  switch (owed.state) {
    case 'met':
      return <ToneTag tone="good">Done in time</ToneTag>
    case 'met-late':
      return <ToneTag tone="warning">Done late</ToneTag>
    case 'date-not-known':
      return <Gap>No date</Gap>
    case 'overdue':
      return <ToneTag tone="bad">{counted(-(daysLeft ?? 0), 'day')} overdue</ToneTag>
    case 'due':
      return (
        <ToneTag tone={(workingDaysLeft ?? 0) <= 10 ? 'warning' : 'part'}>
          {dueOn === today ? 'Due today' : `${counted(workingDaysLeft ?? 0, 'working day')} left`}
        </ToneTag>
      )
  }
}

function Judgements({ view }: { view: InspectionView }) {
  return (
    <Section id="judgements" title="Judgements">
      {view.judgements.length === 0 ? (
        <Empty>Nothing was graded.</Empty>
      ) : (
        <Table
          caption="Judgements"
          rows={view.judgements}
          rowKey={(row) => row.area}
          columns={[
            { title: 'Area', isName: true, cell: (row) => row.areaTitle },
            { title: 'Grade', cell: (row) => <GradeTag {...row} />, width: 'md:w-[20rem]' },
          ]}
        />
      )}
    </Section>
  )
}

function Recommendations({ view }: { view: InspectionView }) {
  const without = view.recommendations.filter(({ actions }) => actions === 0).length
  return (
    <Section
      id="recommendations"
      title={
        view.recommendations.length === 0
          ? 'Recommendations'
          : counted(view.recommendations.length, 'recommendation')
      }
      aside={without > 0 ? <Gap>{without} without an action</Gap> : undefined}
    >
      {view.recommendations.length === 0 ? (
        <Empty>This report has no section on what must improve.</Empty>
      ) : (
        <Table
          caption="Recommendations in the order of the report"
          rows={view.recommendations}
          rowKey={(row) => row.id}
          columns={[
            {
              title: 'Recommendation',
              isName: true,
              cell: (row) => (
                <span className="font-normal">
                  <a href={paths.recommendation(row.id)} className="font-bold">
                    {recommendationRef(row.id)}
                  </a>{' '}
                  {row.text}
                  <span className="block text-quiet">
                    {row.kind === 'area-for-priority-action' ? (
                      <strong className="text-off-track">
                        <span aria-hidden="true">■ </span>
                        {recommendationKindTitles[row.kind]}
                      </strong>
                    ) : (
                      recommendationKindTitles[row.kind]
                    )}
                    {row.page ? `, page ${row.page}` : ''}
                    {row.isReworded ? ', reworded' : ''}
                    {row.timeTold > 1 ? (
                      <span className="block">
                        <ToldAgainTag time={row.timeTold} />
                      </span>
                    ) : null}
                  </span>
                </span>
              ),
            },
            { title: 'Area', cell: (row) => row.areaName, width: 'md:w-[9rem] lg:w-[13rem]' },
            {
              title: 'Actions',
              cell: (row) => (
                <>
                  <ActionCountWords count={row} />
                  {view.canCreateActions ? (
                    <span className="block">
                      <a href={paths.newAction(row.id)}>
                        Create an action
                        <span className="sr-only"> for {recommendationRef(row.id)}</span>
                      </a>
                    </span>
                  ) : null}
                </>
              ),
              width: 'md:w-[10rem] lg:w-[14rem]',
            },
          ]}
        />
      )}
    </Section>
  )
}
