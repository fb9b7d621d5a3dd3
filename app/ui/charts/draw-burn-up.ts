/**
 * Draws how many actions were delivered, assured and made a difference over the months, as numbers and
 * paths, in the way of draw-xmr.ts: across in hundredths of the width, up and down in pixels.
 */
import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import type { BurnUpDay } from '~/domain/plan/burn-up'
import { type CalendarDate, counted, dayNumber, longDate } from '~/domain/time/calendar-date'
import {
  apart,
  bandHeight,
  bandsOf,
  boxWidth,
  letterOf,
  round,
  stacked,
  type Ground,
  ticksAcross,
} from './layout'

export const burnUpLines = ['actions', 'delivered', 'assured', 'difference'] as const
export type BurnUpLine = (typeof burnUpLines)[number]

export const burnUpTitles: Record<BurnUpLine, string> = {
  actions: 'In the plan',
  delivered: 'Delivered',
  assured: 'Assured',
  difference: 'Made a difference',
}

export interface BurnUpDrawing extends Ground {
  /** paths in a box 1000 wide and as high as the drawing */
  lines: { kind: BurnUpLine; d: string }[]
  /** where each line ends, and the number that it ends at */
  ends: { kind: BurnUpLine; y: number; words: string }[]
  points: { kind: BurnUpLine; x: number; y: number }[]
}

const plotHeight = 220
const belowPlot = 34

export function drawBurnUp(
  days: readonly BurnUpDay[],
  visits: readonly { on: CalendarDate }[],
): BurnUpDrawing | undefined {
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last || days.length < 2) return undefined

  const span = [dayNumber(first.on), dayNumber(last.on)] as const
  const dayToX = scaleLinear().domain(span).range([0, 100])
  const levels = stacked(visits.map(({ on }) => dayToX(dayNumber(on))))
  const top = bandsOf(levels) * bandHeight + 8
  const bottom = top + plotHeight
  const y = scaleLinear()
    .domain([0, Math.max(1, ...days.map(({ actions }) => actions))])
    .nice(4)
    .range([bottom, top])
  const path = line<BurnUpDay>().x(({ on }) => round((dayToX(dayNumber(on)) * boxWidth) / 100))
  const ends = burnUpLines.map((kind) => ({ kind, y: y(last[kind]), words: String(last[kind]) }))
  return {
    title: titleOf(last),
    description: descriptionOf(first, last, visits.length),
    height: bottom + belowPlot,
    plot: { top, bottom },
    across: ticksAcross(span, dayToX),
    upwards: y
      .ticks(4)
      .filter(Number.isInteger)
      .map((value) => ({ y: round(y(value)), words: String(value) })),
    lines: burnUpLines.map((kind) => ({ kind, d: path.y((day) => round(y(day[kind])))(days)! })),
    ends: apart(ends, { top, bottom }),
    points: ends.map(({ kind, y: at }) => ({ kind, x: 100, y: round(at) })),
    visits: visits.map(({ on }, at) => ({
      x: round(dayToX(dayNumber(on))),
      y: top - 8 - levels[at]! * bandHeight - bandHeight / 2,
      letter: letterOf(at),
    })),
  }
}

const titleOf = ({ actions, delivered, assured, difference }: BurnUpDay): string =>
  `Of ${counted(actions, 'action')}, ${delivered} delivered, ${assured} assured, ${difference} made a difference`

const descriptionOf = (first: BurnUpDay, last: BurnUpDay, visits: number): string =>
  [
    `Four lines from ${longDate(first.on)} to ${longDate(last.on)}, a point for each month.`,
    ...burnUpLines.map((kind) => `${burnUpTitles[kind]}: from ${first[kind]} to ${last[kind]}.`),
    visits > 0 ? `${counted(visits, 'visit')} stand as upright lines.` : '',
    'Every month stands in the table below the chart.',
  ]
    .filter(Boolean)
    .join(' ')
