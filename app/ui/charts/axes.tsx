import type { Tick } from './layout'

interface Plot {
  top: number
  bottom: number
}

/** The levels of a chart with their words at the left. */
export function Upwards({ ticks }: { ticks: readonly { y: number; words: string }[] }) {
  return (
    <>
      {ticks.map(({ y, words }) => (
        <g key={words}>
          <line x1="0" x2="100%" y1={y} y2={y} stroke="currentColor" className="text-line" />
          <text x="0" dx={-7} y={y} dy="0.35em" textAnchor="end" className="text-quiet">
            {words}
          </text>
        </g>
      ))}
    </>
  )
}

/** The days of a chart along its foot. */
export function Across({
  ticks,
  plot,
  wordsBelow,
}: {
  ticks: readonly Tick[]
  plot: Plot
  wordsBelow: number
}) {
  return (
    <>
      {ticks.map(({ x, words, isYear, whenWide }) => (
        <g key={x} className={whenWide ? 'hidden md:inline print:inline' : ''}>
          <line
            x1={`${x}%`}
            x2={`${x}%`}
            y1={plot.bottom}
            y2={plot.bottom + 6}
            stroke="currentColor"
            className="text-edge"
          />
          <text
            x={`${x}%`}
            y={plot.bottom + wordsBelow}
            textAnchor={x < 4 ? 'start' : x > 96 ? 'end' : 'middle'}
            className={isYear ? 'font-bold text-ink' : 'text-quiet'}
          >
            {words}
          </text>
        </g>
      ))}
    </>
  )
}

/** Visits as thin upright lines, lettered above the plot. */
export function VisitLines({
  visits,
  plot,
}: {
  visits: readonly { x: number; y: number; letter: string }[]
  plot: Plot
}) {
  return (
    <>
      {visits.map(({ x, y, letter }) => (
        <g key={letter} className="text-brand">
          <line
            x1={`${x}%`}
            x2={`${x}%`}
            y1={y + 8}
            y2={plot.bottom}
            stroke="currentColor"
            strokeWidth={1}
          />
          <text x={`${x}%`} y={y} dy="0.3em" textAnchor="middle" className="font-bold italic">
            {letter}
          </text>
        </g>
      ))}
    </>
  )
}
