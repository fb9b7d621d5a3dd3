import type { ReactNode } from 'react'
import type { XmrDrawing } from './draw-xmr'
import { Drawn } from './drawn'
import { signalLooks } from '../signal-tag'
import { PointShapePath, shapeWords } from './point-shape'

const dashes = { values: undefined, mean: undefined, limit: '7 5', target: '1.5 4' }
const colours = {
  values: 'text-ink',
  mean: 'text-edge',
  limit: 'text-edge',
  target: 'text-ink',
}

/**
 * An XmR chart as the server drew it. Everything across stands in hundredths of the width, so that one
 * drawing fills a phone and a desk and its words keep their size; what does not fit a narrow one is left
 * out there. Shapes, dashes and words tell its parts; colour only repeats them.
 */
export function XmrChart({ drawing }: { drawing: XmrDrawing }) {
  return (
    <figure className="chart keep-together mb-6">
      <figcaption className="mb-2 text-18 font-bold md:text-21">{drawing.title}</figcaption>
      <Sideways isLong={drawing.points.length > mostOnAPhone}>
        <Drawn
          ground={drawing}
          wordsBelow={40}
          lines={drawing.lines.map(({ kind, d }, at) => (
            <path
              key={at}
              d={d}
              fill="none"
              stroke="currentColor"
              strokeWidth={kind === 'target' ? 2.5 : 1.5}
              strokeLinecap={kind === 'target' ? 'round' : 'butt'}
              strokeLinejoin="round"
              strokeDasharray={dashes[kind]}
              vectorEffect="non-scaling-stroke"
              className={colours[kind]}
            />
          ))}
        >
          <Flags drawing={drawing} />
          {drawing.points.map(({ x, y, shape, words }) => (
            <svg key={x} x={`${x}%`} y={y} overflow="visible">
              {/* on a phone they stand closer together */}
              <PointShapePath shape={shape} look="scale-75 md:scale-100 print:scale-100" />
              <title>{words}</title>
            </svg>
          ))}
          <Actions drawing={drawing} />
          {drawing.ends.map(({ kind, y, words }) => (
            <text
              key={words}
              x="100%"
              dx={7}
              y={y}
              dy="0.35em"
              className={`${kind === 'target' ? 'font-bold text-ink' : 'text-quiet'}`}
            >
              {words}
            </text>
          ))}
        </Drawn>
      </Sideways>
      <Key drawing={drawing} />
    </figure>
  )
}

const mostOnAPhone = 40

/** Room for the words at both sides; on a phone a chart of many years is moved sideways in a box of its own. */
function Sideways({ isLong, children }: { isLong: boolean; children: ReactNode }) {
  const words = 'pl-9 pr-[5.25rem] md:pl-11 md:pr-24'
  if (!isLong) return <div className={words}>{children}</div>
  return (
    <div
      role="region"
      aria-label="Chart of all figures, wider than a phone"
      tabIndex={0}
      className="overflow-x-auto print:overflow-visible"
    >
      <div className={`min-w-[46rem] print:min-w-0 ${words}`}>{children}</div>
    </div>
  )
}

function Flags({ drawing: { flags } }: { drawing: XmrDrawing }) {
  return (
    <>
      {flags.map(({ x, y, from, number }) => (
        <svg key={number} x={`${x}%`} y={y} overflow="visible">
          <line y1={9} y2={from - y - 6} stroke="currentColor" className="text-edge" />
          <rect
            x={-9}
            y={-9}
            width={18}
            height={18}
            rx={3}
            className="chart-hollow text-ink"
            stroke="currentColor"
            strokeWidth={1.5}
          />
          <text textAnchor="middle" dy="0.35em" className="font-bold text-ink">
            {number}
          </text>
        </svg>
      ))}
    </>
  )
}

/** On the axis: a hollow triangle where an action started, a filled one where it finished. */
function Actions({ drawing: { actions, plot } }: { drawing: XmrDrawing }) {
  return (
    <>
      {actions.map(({ x, what, words }, at) => (
        <svg key={at} x={`${x}%`} y={plot.bottom} overflow="visible" className="text-ink">
          <path
            d="M0,8L6,18L-6,18Z"
            className={what === 'started' ? 'chart-hollow' : ''}
            fill={what === 'started' ? undefined : 'currentColor'}
            stroke="currentColor"
            strokeWidth={1.5}
            strokeLinejoin="round"
          />
          <title>{words}</title>
        </svg>
      ))}
    </>
  )
}

/** What its shapes and lines are; only what stands in it. */
function Key({ drawing: { shapes, lines, isOnTrial, actions } }: { drawing: XmrDrawing }) {
  const has = (kind: XmrDrawing['lines'][number]['kind']) => lines.some((one) => one.kind === kind)
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-14 text-quiet" aria-label="Key">
      {shapes.map((shape) => (
        <li key={shape} className="flex items-center gap-2">
          <Sample>
            <PointShapePath shape={shape} />
          </Sample>
          <span className={signalLooks[shape].colour}>{shapeWords[shape]}</span>
        </li>
      ))}
      {has('mean') ? <LineKey kind="mean" words="Mean" /> : null}
      {has('limit') ? (
        <LineKey kind="limit" words={isOnTrial ? 'Limits, on trial' : 'Limits'} />
      ) : null}
      {has('target') ? <LineKey kind="target" words="Target" /> : null}
      {(['started', 'finished'] as const)
        .filter((what) => actions.some((one) => one.what === what))
        .map((what) => (
          <li key={what} className="flex items-center gap-2">
            <Sample>
              <path
                d="M0,-5L6,5L-6,5Z"
                className={what === 'started' ? 'chart-hollow text-ink' : 'text-ink'}
                fill={what === 'started' ? undefined : 'currentColor'}
                stroke="currentColor"
                strokeWidth={1.5}
              />
            </Sample>
            Action {what}
          </li>
        ))}
    </ul>
  )
}

function LineKey({ kind, words }: { kind: 'mean' | 'limit' | 'target'; words: string }) {
  return (
    <li className="flex items-center gap-2">
      <svg width="30" height="16" viewBox="0 -8 30 16" aria-hidden="true" className={colours[kind]}>
        <path
          d="M1,0H29"
          stroke="currentColor"
          strokeWidth={kind === 'target' ? 2.5 : 1.5}
          strokeLinecap={kind === 'target' ? 'round' : 'butt'}
          strokeDasharray={dashes[kind]}
        />
      </svg>
      {words}
    </li>
  )
}

function Sample({ children }: { children: ReactNode }) {
  return (
    <svg width="16" height="16" viewBox="-8 -8 16 16" aria-hidden="true">
      {children}
    </svg>
  )
}
