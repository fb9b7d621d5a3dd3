import type { BurnUpDay } from '~/domain/plan/burn-up'
import { longDate } from '~/domain/time/calendar-date'
import { paths } from '~/paths'
import { Table } from '../table'
import type { BurnUpView } from './burn-up-view'
import { Drawn } from './drawn'
import { type BurnUpLine, burnUpLines, burnUpTitles } from './draw-burn-up'
import { letterOf } from './layout'

/** Dash, weight and the shape at its end tell the lines apart; colour only repeats them. */
const looks: Record<BurnUpLine, { dash?: string; width: number; colour: string; end: string }> = {
  actions: { dash: '1.5 4', width: 2, colour: 'text-edge', end: 'M-4.5,0H4.5M0,-4.5V4.5' },
  delivered: {
    width: 1.5,
    colour: 'text-ink',
    end: 'M4.5,0A4.5,4.5,0,1,1,-4.5,0A4.5,4.5,0,1,1,4.5,0',
  },
  assured: { dash: '8 4', width: 1.5, colour: 'text-brand', end: 'M-4.2,-4.2h8.4v8.4h-8.4Z' },
  difference: { dash: '2 3 8 3', width: 1.5, colour: 'text-embedded', end: 'M0,-6L6,0L0,6L-6,0Z' },
}

/** Actions delivered, assured and with a difference made, month by month, as the server drew them. */
export function BurnUpChart({ view: { drawing, days, visits } }: { view: BurnUpView }) {
  return (
    <>
      <figure className="chart keep-together mb-4 max-w-[60rem]">
        <figcaption className="mb-2 text-18 font-bold">{drawing.title}</figcaption>
        <div className="pl-9 pr-12">
          <Drawn
            ground={drawing}
            wordsBelow={22}
            lines={drawing.lines.map(({ kind, d }) => (
              <path
                key={kind}
                d={d}
                fill="none"
                stroke="currentColor"
                strokeWidth={looks[kind].width}
                strokeDasharray={looks[kind].dash}
                strokeLinejoin="round"
                vectorEffect="non-scaling-stroke"
                className={looks[kind].colour}
              />
            ))}
          >
            {drawing.points.map(({ kind, x, y }) => (
              <svg key={kind} x={`${x}%`} y={y} overflow="visible" className={looks[kind].colour}>
                <EndShape kind={kind} />
              </svg>
            ))}
            {drawing.ends.map(({ kind, y, words }) => (
              <text
                key={kind}
                x="100%"
                dx={12}
                y={y}
                dy="0.35em"
                className={`font-bold ${looks[kind].colour}`}
              >
                {words}
              </text>
            ))}
          </Drawn>
        </div>
        <Key />
      </figure>
      {visits.length === 0 ? null : <VisitNames visits={visits} />}
      <details className="no-print">
        <summary className="min-h-[44px] cursor-pointer py-2">Every month in a table</summary>
        <MonthTable days={days} />
      </details>
    </>
  )
}

function EndShape({ kind }: { kind: BurnUpLine }) {
  return (
    <path
      d={looks[kind].end}
      fill={kind === 'actions' ? 'none' : 'currentColor'}
      stroke="currentColor"
      strokeWidth={1.5}
    />
  )
}

function Key() {
  return (
    <ul className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-14 text-quiet" aria-label="Key">
      {burnUpLines.map((kind) => (
        <li key={kind} className="flex items-center gap-2">
          <svg
            width="42"
            height="16"
            viewBox="0 -8 42 16"
            aria-hidden="true"
            className={looks[kind].colour}
          >
            <path
              d="M1,0H30"
              stroke="currentColor"
              strokeWidth={looks[kind].width}
              strokeDasharray={looks[kind].dash}
            />
            <g transform="translate(34 0)">
              <EndShape kind={kind} />
            </g>
          </svg>
          {burnUpTitles[kind]}
        </li>
      ))}
    </ul>
  )
}

function VisitNames({ visits }: Pick<BurnUpView, 'visits'>) {
  return (
    <ul className="mb-2 flex flex-wrap gap-x-5 text-16" aria-label="Visits on the chart">
      {visits.map(({ id, title }, at) => (
        <li key={id} className="py-1">
          <span className="font-bold italic text-brand">{letterOf(at)}</span>{' '}
          <a href={paths.visit(id)}>{title}</a>
        </li>
      ))}
    </ul>
  )
}

function MonthTable({ days }: { days: readonly BurnUpDay[] }) {
  return (
    <Table
      caption="Actions at the end of each month, the latest first"
      rows={[...days].reverse()}
      rowKey={({ on }) => on}
      columns={[
        { title: 'At the end of', isName: true, cell: ({ on }) => longDate(on) },
        ...burnUpLines.map((kind) => ({
          title: burnUpTitles[kind],
          isFigure: true,
          cell: (day: BurnUpDay) => day[kind],
        })),
      ]}
    />
  )
}
