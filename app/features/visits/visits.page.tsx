import { visitKindTitles } from '~/domain/inspection/visit-kinds'
import { fullDate, longDate } from '~/domain/time/calendar-date'
import { inWords } from '~/domain/time/in-words'
import { paths } from '~/paths'
import { ButtonLink } from '~/ui/button'
import { Empty, Page, Section } from '~/ui/page'
import { ToneTag } from '~/ui/rating-tag'
import { type Column, Table } from '~/ui/table'
import { visitDaysInWords, letterInWords } from './days-in-words'
import type { VisitRow, VisitsView } from './visits.query.server'

const name: Column<VisitRow> = {
  title: 'Visit',
  isName: true,
  width: 'md:w-44',
  cell: ({ id, kind }) => <a href={paths.visit(id)}>{visitKindTitles[kind]}</a>,
}
const covers: Column<VisitRow> = { title: 'Covers', cell: (visit) => visit.covers }

export function VisitsPage({ view }: { view: VisitsView }) {
  const { planned, past, boards, today } = view
  return (
    <Page
      title="Visits"
      wide
      lede="Visits check progress on what an inspection recommended. Each one held is a day from which “since then” is counted."
      primary={
        view.mayPlan ? <ButtonLink to={paths.newVisit()}>Plan a visit</ButtonLink> : undefined
      }
    >
      <Section id="planned" title="Planned">
        {planned.length === 0 ? (
          <Empty>
            No visit is planned. With the next one here, every page says how long is left.
          </Empty>
        ) : (
          <Table
            caption="Planned visits, the next first"
            rows={planned}
            rowKey={({ id }) => id}
            columns={[
              name,
              { title: 'Expected', cell: ({ from, to }) => visitDaysInWords(from, to) },
              { title: 'Left', cell: (visit) => <Left visit={visit} today={today} /> },
              covers,
            ]}
          />
        )}
      </Section>
      <Section id="past" title="Held">
        {past.length === 0 ? (
          <Empty>No visit has been held yet, so there is nothing to count from.</Empty>
        ) : (
          <Table
            caption="Visits held, the latest first"
            isDense
            rows={past}
            rowKey={({ id }) => id}
            columns={[
              name,
              { title: 'Held', cell: ({ from, to }) => visitDaysInWords(from, to) },
              { title: 'Lead inspector', cell: ({ leadInspector }) => leadInspector },
              {
                title: 'Letter published',
                cell: ({ letterPublished }) => letterInWords(letterPublished),
              },
              {
                title: 'Closed',
                cell: ({ closedOn }) =>
                  closedOn ? longDate(closedOn) : <ToneTag tone="warning">Not closed</ToneTag>,
              },
              covers,
            ]}
          />
        )}
      </Section>
      <Section
        id="boards"
        title="Board meetings"
        aside={view.mayPlan ? <a href={paths.newBoardMeeting()}>Add a board meeting</a> : undefined}
      >
        {boards.length === 0 ? (
          <Empty>
            No board meeting is in the plan. With the next one here, a date that moves just before
            it is marked as a late move.
          </Empty>
        ) : (
          <Table
            caption="Meetings of the board, the latest first"
            rows={boards}
            rowKey={({ id }) => id}
            columns={[
              {
                title: 'Meeting',
                isName: true,
                cell: ({ id, name: title }) => <a href={paths.boardMeeting(id)}>{title}</a>,
              },
              { title: 'Held', cell: ({ heldOn }) => fullDate(heldOn) },
              { title: 'Decisions', cell: ({ decisions }) => decisionsInWords(decisions) },
              {
                title: 'Dates moved since',
                cell: ({ heldOn }) =>
                  heldOn > today ? (
                    inWords(heldOn, today)
                  ) : view.mayReadMoves ? (
                    <a href={paths.actionMoves({ since: heldOn })}>
                      Moves since {longDate(heldOn)}
                    </a>
                  ) : null,
              },
            ]}
          />
        )}
      </Section>
    </Page>
  )
}

const decisionsInWords = ({ all, open }: VisitsView['boards'][number]['decisions']): string => {
  if (all === 0) return 'None written down'
  return open === 0 ? `${all}, all ended` : `${all}, ${open} still open`
}

function Left({ visit, today }: { visit: VisitRow; today: VisitsView['today'] }) {
  if (visit.to < today) return <ToneTag tone="warning">Not recorded as held</ToneTag>
  return <>{visit.from < today ? 'Any day now' : inWords(visit.from, today)}</>
}
