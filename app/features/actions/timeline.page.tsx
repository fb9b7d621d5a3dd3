import { visitKindTitles } from '~/domain/inspection/visit-kinds'
import { actionRef } from '~/domain/plan/references'
import { counted, longDate, shortDate } from '~/domain/time/calendar-date'
import { paths } from '~/paths'
import { BragTag } from '~/ui/brag-tag'
import { Empty, Notice, Page } from '~/ui/page'
import { type Column, Table } from '~/ui/table'
import { barAt, type TimelineDrawing } from './draw-timeline'
import { isNarrowed } from './register-filter'
import type { TimelineRow } from './timeline-rows'
import type { TimelineView } from './timeline.query.server'

/** When what is due: dates, what waits for what, and where they clash before the next visit. */
export function TimelinePage({ view }: { view: TimelineView }) {
  const { rows, count, drawing, visit, filter } = view
  return (
    <Page
      title="Timeline"
      crumbs={[{ to: paths.actions(filter), name: 'Plan' }]}
      lede={
        <>
          {rows.length < count ? `${rows.length} of ` : ''}
          {counted(count, 'action')} with a date, in the order in which they are due
          {isNarrowed(filter) ? ', of those the plan was narrowed to' : ''}.
          {visit ? ` ${visitKindTitles[visit.kind]}: ${longDate(visit.expectedFrom)}.` : ''}
        </>
      }
      wide
    >
      <Clashes view={view} />
      {drawing ? (
        <>
          <Drawing view={view} drawing={drawing} />
          <Key hasVisit={visit !== undefined} />
          <details className="mt-6">
            <summary className="min-h-[44px] cursor-pointer py-2">The same as a table</summary>
            <Table
              caption="Dates of actions"
              columns={columnsOf(view)}
              rows={rows}
              rowKey={({ id }) => id}
            />
          </details>
        </>
      ) : (
        <Empty>
          Actions with a due date stand here. <a href={paths.actions()}>Show the plan</a>
        </Empty>
      )}
      <Pages view={view} />
    </Page>
  )
}

// More than that nobody sorts out at one sitting; the rest stands folded.
const mostInSight = 10

/** Where dates clash, on this page or another. */
function Clashes({ view: { clashes, count, rows } }: { view: TimelineView }) {
  if (clashes.length === 0) return null
  const [first, rest] = [clashes.slice(0, mostInSight), clashes.slice(mostInSight)]
  return (
    <Notice title={`${counted(clashes.length, 'clash', 'clashes')} of dates`}>
      {rows.length < count ? <p>Looked for in all {counted(count, 'action')}.</p> : null}
      <ClashList clashes={first} />
      {rest.length > 0 ? (
        <details>
          <summary className="min-h-[44px] cursor-pointer py-2">
            {counted(rest.length, 'more clash', 'more clashes')}
          </summary>
          <ClashList clashes={rest} />
        </details>
      ) : null}
    </Notice>
  )
}

const ClashList = ({ clashes }: Pick<TimelineView, 'clashes'>) => (
  <ul className="mt-1 list-disc pl-5">
    {clashes.map(({ ids, sentence }) => (
      <li key={sentence}>
        {sentence}{' '}
        <a href={paths.actions({ id: ids.map(String) })} className="no-print whitespace-nowrap">
          Show {ids.length === 2 ? 'both' : 'them'}
          <span className="sr-only"> in the plan</span>
        </a>
      </li>
    ))}
  </ul>
)

function Drawing({ view, drawing }: { view: TimelineView; drawing: TimelineDrawing }) {
  const { rows, clashes } = view
  const clashing = new Set(clashes.flatMap(({ ids }) => ids))
  const bottom = drawing.height
  return (
    <svg
      width="100%"
      height={drawing.height}
      role="img"
      aria-labelledby="timeline-title timeline-description"
      className="block overflow-visible text-14"
    >
      <title id="timeline-title">
        {clashes.length === 0
          ? 'No dates clash'
          : `${counted(clashes.length, 'clash', 'clashes')} of dates`}
      </title>
      <desc id="timeline-description">
        {`${counted(rows.length, 'action')} from ${longDate(rows[0]!.dueOn)}. The table below says the same.`}
      </desc>
      {drawing.visit ? (
        <rect
          x={`${drawing.visit.x}%`}
          y={18}
          width={`${drawing.visit.width}%`}
          height={bottom - 18}
          fill="currentColor"
          className="text-brand"
          opacity={0.35}
        />
      ) : null}
      {drawing.months.map(({ x, words }, at) => (
        <g key={x}>
          <line
            x1={`${x}%`}
            x2={`${x}%`}
            y1={18}
            y2={bottom}
            stroke="currentColor"
            className="text-line"
          />
          <text
            x={`${x}%`}
            y={12}
            className={`text-quiet ${at % 3 === 0 ? '' : 'hidden md:inline'}`}
            fill="currentColor"
          >
            {words}
          </text>
        </g>
      ))}
      <line
        x1={`${drawing.todayX}%`}
        x2={`${drawing.todayX}%`}
        y1={18}
        y2={bottom}
        stroke="currentColor"
        strokeWidth={1.5}
        strokeDasharray="6 4"
        className="text-ink"
      />
      {drawing.waits.map(({ from, to, isClash }) => (
        <g
          key={`${from.y}-${to.y}`}
          stroke="currentColor"
          strokeWidth={1.5}
          strokeDasharray={isClash ? '3 3' : undefined}
          className={isClash ? 'text-off-track' : 'text-edge'}
        >
          <line x1={`${from.x}%`} x2={`${from.x}%`} y1={from.y} y2={to.y} />
          <line x1={`${from.x}%`} x2={`${to.x}%`} y1={to.y} y2={to.y} />
        </g>
      ))}
      {drawing.rows.map((drawn, at) => (
        <Row key={drawn.id} drawn={drawn} row={rows[at]!} isClash={clashing.has(drawn.id)} />
      ))}
    </svg>
  )
}

function Row({
  drawn: { y, bar, originalX, dueX, milestones, isBefore },
  row,
  isClash,
}: {
  drawn: TimelineDrawing['rows'][number]
  row: TimelineRow
  isClash: boolean
}) {
  const at = y + barAt
  const colour = row.isDelivered ? 'text-edge' : row.isLate ? 'text-off-track' : 'text-brand'
  return (
    <g>
      <Words row={row} y={y} isClash={isClash} isBefore={isBefore} />
      {isBefore ? null : (
        <>
          <rect
            x={`${bar.x}%`}
            y={at - 3}
            width={`${bar.width}%`}
            height={6}
            fill={row.isDelivered ? 'none' : 'currentColor'}
            stroke="currentColor"
            className={colour}
          />
          {milestones.map(({ x, isDone }, i) => (
            <circle
              key={i}
              cx={`${x}%`}
              cy={at}
              r={4}
              stroke="currentColor"
              strokeWidth={1.5}
              className="text-ink"
              fill={isDone ? 'currentColor' : 'rgb(var(--paper))'}
            />
          ))}
          {originalX === undefined ? null : (
            <line
              x1={`${originalX}%`}
              x2={`${originalX}%`}
              y1={at - 8}
              y2={at + 8}
              stroke="currentColor"
              strokeWidth={1.5}
              strokeDasharray="2 2"
              className="text-ink"
            />
          )}
          <line
            x1={`${dueX}%`}
            x2={`${dueX}%`}
            y1={at - 8}
            y2={at + 8}
            stroke="currentColor"
            strokeWidth={3}
            className={colour}
          />
        </>
      )}
    </g>
  )
}

/** The title over its bar, cut to what a phone's line holds and a desk's; the table has it whole. */
function Words({
  row: { id, title, dueOn, deliveredOn },
  y,
  isClash,
  isBefore,
}: {
  row: TimelineRow
  y: number
  isClash: boolean
  isBefore: boolean
}) {
  const when = deliveredOn ? `delivered ${shortDate(deliveredOn)}` : `due ${shortDate(dueOn)}`
  const after = `${isClash ? ' ⚠' : ''}${isBefore ? ` · ${when}` : ''}`
  const at = { x: 0, y: y + 16, fill: 'currentColor' }
  return (
    <>
      <text {...at} className="text-ink md:hidden">
        {actionRef(id)} {short(title, isBefore ? 22 : 38)}
        {after}
      </text>
      <text {...at} className="hidden text-ink md:inline">
        {actionRef(id)} {short(title, 90)}
        {after}
      </text>
    </>
  )
}

const short = (title: string, most: number): string =>
  title.length <= most ? title : `${title.slice(0, most).replace(/\s+\S*$/, '')}…`

const Key = ({ hasVisit }: { hasVisit: boolean }) => (
  <p className="mt-2 text-16 text-quiet">
    Bar: from start to due date, an outline once delivered. Thick line: due; dotted: first due date.
    Circle: milestone, full when done. Dashed line down: today.
    {hasVisit ? ' Band down: the next visit.' : ''} Lines between: what waits for what, dotted where
    the dates clash.
  </p>
)

function columnsOf({ clashes }: TimelineView): Column<TimelineRow>[] {
  return [
    {
      title: 'Action',
      isName: true,
      cell: ({ id, title }) => (
        <>
          {actionRef(id)}{' '}
          <a href={paths.action(id)} className="font-normal">
            {title}
          </a>
        </>
      ),
    },
    { title: 'Owner', cell: ({ ownerName }) => ownerName ?? 'No owner' },
    { title: 'Start', cell: ({ startOn }) => (startOn ? shortDate(startOn) : 'None') },
    { title: 'First due', cell: ({ originalDueOn }) => shortDate(originalDueOn) },
    { title: 'Due', cell: ({ dueOn }) => shortDate(dueOn) },
    {
      title: 'Milestones',
      cell: ({ milestones }) =>
        milestones.length === 0
          ? 'None'
          : milestones
              .map(({ dueOn, isDone }) => `${shortDate(dueOn)}${isDone ? ' (done)' : ''}`)
              .join(', '),
    },
    { title: 'BRAG', cell: ({ brag }) => <BragTag brag={brag} /> },
    {
      title: 'Waits for',
      cell: ({ needs }) =>
        needs.length === 0 ? 'Nothing' : needs.map(({ id }) => actionRef(id)).join(', '),
    },
    {
      title: 'Clash',
      cell: ({ id }) =>
        clashes
          .filter(({ ids }) => ids.includes(id))
          .map(({ sentence }) => sentence)
          .join(' ') || 'None',
    },
  ]
}

function Pages({ view: { next, isLater, filter } }: { view: TimelineView }) {
  if (!next && !isLater) return null
  return (
    <nav aria-label="Pages" className="no-print mt-4 flex flex-wrap gap-x-6">
      {isLater ? <a href={paths.actionsTimeline(filter)}>Back to the first page</a> : null}
      {next ? <a href={paths.actionsTimeline({ ...filter, after: next })}>Next page</a> : null}
    </nav>
  )
}
