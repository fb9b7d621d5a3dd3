import type { ReactNode } from 'react'
import { visitKindTitles } from '~/domain/inspection/visit-kinds'
import { recommendationRef } from '~/domain/plan/references'
import { counted, fullDate, longDate } from '~/domain/time/calendar-date'
import { inWords } from '~/domain/time/in-words'
import { paths } from '~/paths'
import { BragTag } from '~/ui/brag-tag'
import { CauseLink, inShort } from '~/ui/cause-link'
import { BurnUpChart } from '~/ui/charts/burn-up-chart'
import { changesInWords } from '~/ui/change-list'
import { Empty, Page, Section } from '~/ui/page'
import { SinceVisitSection } from '~/ui/since-visit'
import { VerdictTag } from '~/ui/verdict-tag'
import { Table } from '~/ui/table'
import { FindingsList, StepList } from './findings-list'
import { AssuranceCell, DeliveryCell, ImpactCell, OneLine } from './part-cells'
import type { ReadinessView, RecommendationRow } from './readiness.query.server'

type Area = ReadinessView['areas'][number]

export function ReadinessPage({ view }: { view: ReadinessView }) {
  return (
    <Page
      title="Are we ready?"
      above={`As at ${fullDate(view.on)}`}
      wide
      lede={inOneSentence(view)}
    >
      {view.areas.length === 0 ? (
        <Empty>
          Readiness is judged recommendation by recommendation.{' '}
          <a href={paths.inspections()}>Add the report of an inspection</a>, and what it asks for
          stands here with what is done about it.
        </Empty>
      ) : (
        <>
          <Signs view={view} />
          {view.areas.map((area) => (
            <AreaSection key={area.area} area={area} />
          ))}
          {view.since ? (
            <SinceVisitSection since={view.since} today={view.on}>
              <a href={paths.actionMoves()}>Every date that moved</a> since the last checkpoint.
            </SinceVisitSection>
          ) : null}
          {view.burnUp ? (
            <Section id="burn-up" title="Month by month">
              <BurnUpChart view={view.burnUp} />
            </Section>
          ) : null}
          <Optimism optimism={view.optimism} />
          <StatedColours stated={view.statedColours} />
        </>
      )}
    </Page>
  )
}

function inOneSentence({ counts }: ReadinessView): string | undefined {
  const all = counts['not-yet'] + counts.nearly + counts.ready
  if (all === 0) return undefined
  const recommendations = counted(all, 'recommendation')
  if (counts.ready === all) return `Yes: all ${recommendations} are ready.`
  return `Of ${recommendations}, ${counts.ready} ready, ${counts.nearly} nearly, ${counts['not-yet']} not yet.`
}

/** The three figures that a leader looks at first. */
function Signs({ view }: { view: ReadinessView }) {
  const { nextVisit, since, optimism, statedColours, on } = view
  return (
    <dl className="mb-10 grid gap-px overflow-hidden rounded border border-line bg-line md:grid-cols-3 print:grid-cols-3">
      <Sign
        name={nextVisit ? `Next ${visitKindTitles[nextVisit.kind].toLowerCase()}` : 'Next visit'}
      >
        {nextVisit ? (
          <>
            <a href={paths.visit(nextVisit.id)}>{fullDate(nextVisit.expectedFrom)}</a>
            <br />
            {nextVisit.expectedFrom < on ? 'any day now' : inWords(nextVisit.expectedFrom, on)}
          </>
        ) : (
          <>
            None planned. <a href={paths.visits()}>Visits</a>
          </>
        )}
      </Sign>
      <Sign
        name={
          since ? `Since the last visit (${longDate(since.visit.heldTo)})` : 'Since the last visit'
        }
      >
        {since ? (
          <a href="#since">{changesInWords(since.changes)}</a>
        ) : (
          'No visit has been held yet.'
        )}
      </Sign>
      <Sign name="Said better than it is">
        {optimism.optimistic > 0 ? (
          <a href="#optimism">
            {optimism.optimistic} of {counted(optimism.stated, 'action')}
          </a>
        ) : (
          `None of ${counted(optimism.stated, 'action')}`
        )}{' '}
        with an update
        {statedColours.length > 0 ? (
          <span className="block font-normal">
            <a href="#stated-colours">
              {counted(statedColours.length, 'colour')} stated by somebody
            </a>
          </span>
        ) : null}
      </Sign>
    </dl>
  )
}

function Sign({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="bg-paper p-4">
      <dt className="text-16 text-quiet">{name}</dt>
      <dd className="font-bold">{children}</dd>
    </div>
  )
}

function AreaSection({ area }: { area: Area }) {
  const title = <a href={paths.readinessArea(area.area)}>{area.title}</a>
  return (
    <Section id={area.area} title={title}>
      <p className="mb-3 break-after-avoid text-18">
        <VerdictTag verdict={area.verdict} />
      </p>
      {area.heldBackBy.map((one) => (
        <div
          key={one.recommendation.id}
          className="keep-together mb-5 grid gap-x-10 gap-y-2 lg:grid-cols-2 print:grid-cols-2"
        >
          <p className="lg:col-span-2 print:col-span-2">
            <span className="text-quiet">Held back by </span>
            <CauseLink
              cause={{
                kind: 'recommendation',
                id: one.recommendation.id,
                title: one.recommendation.text,
              }}
            />
          </p>
          <div>
            <h3 className="text-16">An inspector would still find</h3>
            <FindingsList findings={one.inspectorWouldFind} />
          </div>
          <div>
            <h3 className="text-16">It would be raised by</h3>
            <StepList steps={one.wouldRaise} />
          </div>
        </div>
      ))}
      {area.heldBackByMore > 0 ? (
        <p className="mb-5">
          <a href={paths.readinessArea(area.area)}>
            {counted(area.heldBackByMore, 'more recommendation')} stand
            {area.heldBackByMore === 1 ? 's' : ''} as low.
          </a>
        </p>
      ) : null}
      <RecommendationTable area={area} />
    </Section>
  )
}

function RecommendationTable({ area }: { area: Area }) {
  return (
    <Table<RecommendationRow>
      caption={`${area.title}: recommendations, the weakest first`}
      rows={area.recommendations}
      rowKey={({ recommendation }) => recommendation.id}
      columns={[
        {
          title: 'Recommendation',
          isName: true,
          width: 'md:w-[38%] print:w-[36%]',
          cell: ({ recommendation: { id, text } }) => (
            <span className="font-normal">
              <a href={`${paths.readinessArea(area.area)}#${recommendationRef(id)}`}>
                <span className="font-bold">{recommendationRef(id)}</span> {inShort(text)}
              </a>
            </span>
          ),
        },
        {
          title: 'Ready?',
          cell: ({ verdict }) => (
            <OneLine>
              <VerdictTag verdict={verdict} />
            </OneLine>
          ),
        },
        { title: 'Delivery', cell: ({ delivery }) => <DeliveryCell delivery={delivery} /> },
        { title: 'Assurance', cell: ({ assurance }) => <AssuranceCell assurance={assurance} /> },
        { title: 'Impact', cell: ({ impact }) => <ImpactCell impact={impact} /> },
      ]}
    />
  )
}

const mostInSight = 8

function Optimism({ optimism }: { optimism: ReadinessView['optimism'] }) {
  if (optimism.actions.length === 0) return null
  const left = optimism.actions.slice(mostInSight)
  return (
    <Section id="optimism" title="Said better than it is">
      <p className="mb-3">{optimism.sentence}</p>
      <OptimisticActions actions={optimism.actions.slice(0, mostInSight)} />
      {left.length === 0 ? null : (
        <details>
          <summary className="min-h-[44px] cursor-pointer py-2 print:hidden">
            {left.length} more
          </summary>
          <OptimisticActions actions={left} />
        </details>
      )}
    </Section>
  )
}

function OptimisticActions({ actions }: { actions: ReadinessView['optimism']['actions'] }) {
  return (
    <ul className="max-w-[52rem]">
      {actions.map(({ id, title, differs }) => (
        <li key={id} className="keep-together border-b border-line py-2">
          <CauseLink cause={{ kind: 'action', id, title }} />
          <p className="text-16">{differs}</p>
        </li>
      ))}
    </ul>
  )
}

/** Where somebody holds the table of colours to be wrong: who, until when, and why. */
function StatedColours({ stated }: { stated: ReadinessView['statedColours'] }) {
  if (stated.length === 0) return null
  const better = stated.filter(({ colour }) => colour.stated!.better).length
  return (
    <Section id="stated-colours" title="Colours that somebody states">
      <p className="mb-3 max-w-measure">
        {counted(stated.length, 'action')} {stated.length === 1 ? 'has' : 'have'} another colour
        stated than the derived one, {better} of them a better one. A better one does not count.
      </p>
      <ul className="max-w-[52rem]">
        {stated.map(({ id, title, colour: { derived, stated: one } }) => (
          <li key={id} className="keep-together border-b border-line py-2">
            <CauseLink cause={{ kind: 'action', id, title }} />
            <p className="text-16">
              Stated <BragTag brag={one!.brag} /> by {one!.byName} until {longDate(one!.untilOn)},
              derived <BragTag brag={derived} />. “{one!.reason}”
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
