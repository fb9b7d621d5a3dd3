import { type ReactNode, useId } from 'react'
import { Across, Upwards, VisitLines } from './axes'
import type { Ground } from './layout'

/**
 * A chart as the server drew it, as wide as its place. Its lines are stretched to that width in a box
 * 1000 wide; what stands on them keeps its size.
 */
export function Drawn({
  ground: { title, description, height, plot, across, upwards, visits },
  wordsBelow,
  lines,
  children,
}: {
  ground: Ground
  /** how far below the plot the words of the axis stand */
  wordsBelow: number
  lines: ReactNode
  /** what stands on the lines, placed in hundredths of the width */
  children: ReactNode
}) {
  const id = useId()
  return (
    <svg
      role="img"
      aria-labelledby={`${id}-title ${id}-description`}
      width="100%"
      height={height}
      className="block overflow-visible text-14"
      fill="currentColor"
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-description`}>{description}</desc>
      <Upwards ticks={upwards} />
      <Across ticks={across} plot={plot} wordsBelow={wordsBelow} />
      <VisitLines visits={visits} plot={plot} />
      <svg
        width="100%"
        height={height}
        viewBox={`0 0 1000 ${height}`}
        preserveAspectRatio="none"
        overflow="visible"
      >
        {lines}
      </svg>
      {children}
      <line
        x1="0"
        x2="100%"
        y1={plot.bottom}
        y2={plot.bottom}
        stroke="currentColor"
        className="text-edge"
      />
    </svg>
  )
}
