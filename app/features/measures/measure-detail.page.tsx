import { visitKindTitles } from '~/domain/inspection/visit-kinds'
import { betterTitles, comparatorTitles, measureRef, unitTitles } from '~/domain/measure/measure'
import { periodTitles } from '~/domain/measure/period'
import { counted, longDate } from '~/domain/time/calendar-date'
import { paths } from '~/paths'
import { ButtonLink } from '~/ui/button'
import { CauseLink } from '~/ui/cause-link'
import { XmrChart } from '~/ui/charts/xmr-chart'
import { MovementTag, TargetTag } from '~/ui/measure-tags'
import { HandedOn } from '~/ui/handed-on'
import { Empty, Fact, Facts, Page, Section } from '~/ui/page'
import { Gap } from '~/ui/rating-tag'
import { DeliveryTag } from '~/ui/standing-tags'
import { FigureTable } from './figure-table'
import type { MeasureView } from './measure-detail.query.server'

export function MeasureDetailPage({ view }: { view: MeasureView }) {
  return (
    <Page
      wide
      title={view.title}
      above={measureRef(view.id)}
      crumbs={[{ to: paths.measures(), name: 'Measures' }]}
      lede={<AtAGlance view={view} />}
      primary={
        view.offers.record ? (
          <ButtonLink to={paths.measureFigure(view.id)}>Record a figure</ButtonLink>
        ) : undefined
      }
    >
      <Chart view={view} />
      <Section id="notes" title="What happened">
        <Notes view={view} />
        {view.offers.record ? (
          <p className="no-print mt-3">
            <a href={paths.measureNote(view.id)}>Add a note</a>
          </p>
        ) : null}
      </Section>
      <DoneForIt view={view} />
      <Section
        id="figures"
        title={counted(view.figures, 'figure')}
        aside={
          view.offers.record ? <a href={paths.bringFigures(view.id)}>Bring many at once</a> : null
        }
      >
        <details>
          <summary className="min-h-[44px] cursor-pointer py-2">
            The {view.rows.length} figures of the chart as a table
          </summary>
          <FigureTable view={view} />
        </details>
      </Section>
      <Definition view={view} />
      <Comparisons view={view} />
      <Limits view={view} />
    </Page>
  )
}

function AtAGlance({ view: { glance, latest, target, awaits } }: { view: MeasureView }) {
  return (
    <>
      <span className="flex flex-wrap items-baseline gap-x-5 gap-y-1">
        <MovementTag glance={glance} />
        <TargetTag glance={glance} />
        {awaits ? <Gap>No figure for {awaits}</Gap> : null}
      </span>
      {latest ? (
        <span className="block">
          {latest}
          {target ? `, target ${target}` : ''}
        </span>
      ) : null}
    </>
  )
}

function Chart({ view }: { view: MeasureView }) {
  if (!view.drawing) {
    return (
      <div className="mb-10">
        <Empty>
          There are no figures yet. With them a chart stands here, which tells from the tenth figure
          on what is a signal and what is chance.
        </Empty>
      </div>
    )
  }
  return (
    <div className="mb-8">
      <XmrChart drawing={view.drawing} />
      <p className="no-print text-16">
        {!view.isWhole ? (
          <a href={paths.measure(view.id, { show: 'all' })}>
            Show all {counted(view.figures, 'figure')}
          </a>
        ) : view.figures > 24 ? (
          <a href={paths.measure(view.id)}>Show the last 24</a>
        ) : null}
      </p>
    </div>
  )
}

/** The flags, the verticals and the marks on the axis, in words. */
function Notes({ view: { notes, visits } }: { view: MeasureView }) {
  if (notes.length === 0 && visits.length === 0) {
    return (
      <Empty>
        A note says what happened in a month, such as “agency contract ended”, so that whoever sees
        the figure later knows.
      </Empty>
    )
  }
  return (
    <ol className="max-w-[52rem]">
      {notes.map(({ number, period, words, who, on }, at) => (
        <li key={at} className="grid grid-cols-[2rem_1fr] border-b border-line py-2">
          <span className="font-bold" aria-hidden={number === undefined}>
            {number === undefined ? (
              ''
            ) : (
              <span className="inline-block rounded border-2 border-ink px-[5px] text-14">
                {number}
              </span>
            )}
          </span>
          <span>
            <span className="font-bold">{period}:</span> {words}
            <span className="block text-14 text-quiet">
              {who}, {longDate(on)}
            </span>
          </span>
        </li>
      ))}
      {visits.map(({ letter, id, kind, on }) => (
        <li key={id} className="grid grid-cols-[2rem_1fr] border-b border-line py-2">
          <span className="pl-[6px] font-bold italic text-brand">{letter}</span>
          <span>
            <a href={paths.visit(id)}>{visitKindTitles[kind]}</a>, {longDate(on)}
          </span>
        </li>
      ))}
    </ol>
  )
}

function DoneForIt({ view: { recommendations, actions, marks } }: { view: MeasureView }) {
  const days = new Map(marks.map((mark) => [mark.id, mark]))
  return (
    <Section id="links" title="What is done for it">
      {recommendations.length + actions.length === 0 ? (
        <Empty>
          Linked to the recommendation that asks for it and the actions that should move it, a
          measure shows whether what is done helps.
        </Empty>
      ) : (
        <ul className="max-w-[52rem]">
          {recommendations.map(({ id, title }) => (
            <li key={id} className="border-b border-line py-2">
              <CauseLink cause={{ kind: 'recommendation', id, title }} />
            </li>
          ))}
          {actions.map(({ id, title, standing }) => (
            <li key={id} className="border-b border-line py-2">
              <CauseLink cause={{ kind: 'action', id, title }} />
              <span className="flex flex-wrap gap-x-5 text-16">
                <DeliveryTag delivery={standing.delivery.rating} />
                <span className="text-quiet">{daysOf(days.get(id))}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

const daysOf = (mark: MeasureView['marks'][number] | undefined): string =>
  [
    mark?.startOn ? `started ${longDate(mark.startOn)}` : '',
    mark?.deliveredOn ? `finished ${longDate(mark.deliveredOn)}` : '',
  ]
    .filter(Boolean)
    .join(', ')

function Definition({ view }: { view: MeasureView }) {
  return (
    <Section
      id="definition"
      title="What is measured"
      aside={view.offers.define ? <a href={paths.editMeasure(view.id)}>Change it</a> : null}
    >
      <Facts>
        <Fact name="Definition">
          <span className="whitespace-pre-line">{view.definition}</span>
        </Fact>
        <Fact name="Unit">{unitTitles[view.unit]}</Fact>
        <Fact name="A figure">{periodTitles[view.length]}</Fact>
        <Fact name="Direction">{betterTitles[view.better]}</Fact>
        <Fact name="Target">
          {view.targets.length === 0 ? (
            <Gap>No target</Gap>
          ) : (
            view.targets.map(({ figure, validFrom }) => (
              <span key={validFrom} className="block">
                {figure ?? 'None'} from {longDate(validFrom)}
              </span>
            ))
          )}
          {view.offers.define ? (
            <a href={paths.measureTarget(view.id)} className="no-print block">
              Set a target
            </a>
          ) : null}
        </Fact>
        <Fact name="Who answers for it">
          {view.owner ? view.owner.name : <Gap>No owner</Gap>}{' '}
          {view.owner?.hasLeft ? <Gap>Has left: nobody answers for it</Gap> : null}
          <HandedOn offer={view.handedTo} />
          {view.ownersBefore.map(({ name, until, note }) => (
            <span key={`${name} ${until}`} className="block text-16 text-quiet">
              Before: {name}, until {longDate(until)}
              {note ? `. “${note}”` : ''}
            </span>
          ))}
        </Fact>
        {view.source ? <Fact name="Figures come from">{view.source}</Fact> : null}
      </Facts>
    </Section>
  )
}

function Comparisons({ view: { id, comparators, offers } }: { view: MeasureView }) {
  return (
    <Section
      id="comparisons"
      title="Compared with others"
      aside={offers.define ? <a href={paths.measureComparator(id)}>Add a comparison</a> : null}
    >
      {comparators.length === 0 ? (
        <Empty>
          What statistical neighbours, the region and England had, each with its source.
        </Empty>
      ) : (
        <ul className="max-w-[52rem]">
          {comparators.map(({ kind, year, figure, source }) => (
            <li key={`${kind}-${year}`} className="border-b border-line py-2">
              {comparatorTitles[kind]}, {year}: <span className="font-bold">{figure}</span>
              <span className="block text-16 text-quiet">{source}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function Limits({ view: { id, baselines, offers, drawing } }: { view: MeasureView }) {
  return (
    <Section id="limits" title="The limits">
      <p className="mb-3 max-w-measure">
        The limits are the mean and 2.66 times the mean moving range around it: between them a
        figure comes and goes by chance.
        {drawing?.isOnTrial
          ? ' They rest on fewer than 12 figures, so they are on trial.'
          : ''}{' '}
        They begin anew only by a leader’s recorded decision.
      </p>
      {baselines.length === 0 ? null : (
        <ul className="mb-3 max-w-[52rem]">
          {baselines.map(({ period, reason, who, on }) => (
            <li key={period} className="border-b border-line py-2">
              <span className="font-bold">Anew from {period}.</span> {reason}
              <span className="block text-14 text-quiet">
                {who}, {longDate(on)}
              </span>
            </li>
          ))}
        </ul>
      )}
      {offers.rebaseline ? (
        <div className="no-print">
          <ButtonLink to={paths.measureLimits(id)} look="secondary" decision={offers.rebaseline}>
            Begin the limits anew
          </ButtonLink>
        </div>
      ) : null}
    </Section>
  )
}
