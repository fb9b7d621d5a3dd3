import { visitKindTitles } from '~/domain/inspection/visit-kinds'
import { recommendationRef } from '~/domain/plan/references'
import { type CalendarDate, counted, fullDate } from '~/domain/time/calendar-date'
import { inWords } from '~/domain/time/in-words'
import { paths } from '~/paths'
import { Empty, Section } from '~/ui/page'
import { Table } from '~/ui/table'
import { VerdictTag } from '~/ui/verdict-tag'
import type { ReadinessInBrief } from './readiness-in-brief.query.server'

type Area = ReadinessInBrief['areas'][number]

const mostNamed = 6

/** Readiness in a few lines: by area, and what holds it back. */
export function ReadinessLines({
  readiness,
  today,
}: {
  readiness: ReadinessInBrief
  today: CalendarDate
}) {
  const { areas, nextVisit, optimism, statedColours } = readiness
  return (
    <Section
      id="readiness"
      title="Are we ready?"
      aside={<a href={paths.readiness()}>Readiness in full</a>}
    >
      {areas.length === 0 ? (
        <Empty>
          When the report of an inspection is in, its recommendations are judged here, worst first.
        </Empty>
      ) : (
        <>
          <ul className="mb-4">
            {nextVisit ? (
              <li>
                <a href={paths.visit(nextVisit.id)}>
                  Next {visitKindTitles[nextVisit.kind].toLowerCase()}
                </a>
                : {fullDate(nextVisit.expectedFrom)},{' '}
                {nextVisit.expectedFrom < today
                  ? 'any day now'
                  : inWords(nextVisit.expectedFrom, today)}
                .
              </li>
            ) : null}
            {optimism.optimistic > 0 ? (
              <li>
                <a href={`${paths.readiness()}#optimism`}>
                  {optimism.optimistic} of {counted(optimism.stated, 'action')}
                </a>{' '}
                with an update {optimism.optimistic === 1 ? 'is' : 'are'} said to stand better than
                the facts.
              </li>
            ) : null}
            {statedColours.all > 0 ? (
              <li>
                <a href={`${paths.readiness()}#stated-colours`}>
                  {counted(statedColours.all, 'colour')}
                </a>{' '}
                {statedColours.all === 1 ? 'is' : 'are'} stated by somebody against the facts,{' '}
                {statedColours.better} of them better.
              </li>
            ) : null}
          </ul>
          <Table<Area>
            caption="Readiness by judgement area, the weakest first"
            rows={areas}
            rowKey={({ area }) => area}
            columns={[
              {
                title: 'Area',
                isName: true,
                width: 'md:w-1/2',
                cell: ({ area, title }) => <a href={paths.readinessArea(area)}>{title}</a>,
              },
              { title: 'Ready?', cell: ({ verdict }) => <VerdictTag verdict={verdict} /> },
              { title: 'Held back by', cell: (area) => <HeldBackBy area={area} /> },
            ]}
          />
        </>
      )}
    </Section>
  )
}

function HeldBackBy({ area: { area, heldBackBy } }: { area: Area }) {
  const left = heldBackBy.length - mostNamed
  return (
    <>
      {heldBackBy.slice(0, mostNamed).map(({ id, text }, at) => (
        <span key={id}>
          {at === 0 ? '' : ', '}
          <a href={`${paths.readinessArea(area)}#${recommendationRef(id)}`} title={text}>
            {recommendationRef(id)}
          </a>
        </span>
      ))}
      {left > 0 ? ` and ${left} more` : ''}
    </>
  )
}
