/**
 * Draws an XmR chart as numbers and paths: where each line, point and word of it stands. Across, all is in
 * hundredths of the width, so that one drawing fits a phone and a desk and its words keep their size;
 * up and down it is in pixels. It is made on the server: the page only writes it out.
 */
import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import { figureInShort, figureInWords, type Unit } from '~/domain/measure/measure'
import { periodAfter, periodEnd, type PeriodLength, periodName } from '~/domain/measure/period'
import { meaningTitles, type Meaning } from '~/domain/measure/signals'
import type { JudgedPoint, MeasureStanding } from '~/domain/measure/standing'
import { type CalendarDate, dayNumber, longDate } from '~/domain/time/calendar-date'
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

export interface ChartFacts {
  /** what it shows, in one sentence */
  finding: string
  unit: Unit
  length: PeriodLength
  standing: Pick<MeasureStanding, 'points' | 'segments'>
  /** numbered in this order */
  notes: readonly { from: CalendarDate }[]
  /** lettered in this order */
  visits: readonly { on: CalendarDate }[]
  actions: readonly { on: CalendarDate; what: 'started' | 'finished'; title: string }[]
  today: CalendarDate
}

export type PointShape = Meaning | 'none'

export interface XmrDrawing extends Ground {
  /** paths in a box 1000 wide and as high as the drawing */
  lines: { kind: 'values' | 'mean' | 'limit' | 'target'; d: string }[]
  /** words at the ends of the lines */
  ends: { kind: 'mean' | 'limit' | 'target'; y: number; words: string }[]
  points: { x: number; y: number; shape: PointShape; words: string }[]
  flags: { x: number; y: number; from: number; number: number }[]
  actions: { x: number; what: 'started' | 'finished'; words: string }[]
  /** the shapes that stand in it, for its key */
  shapes: PointShape[]
  isOnTrial: boolean
}

const plotHeight = 240
const belowPlot = 58

export function drawXmr(facts: ChartFacts): XmrDrawing | undefined {
  const { points, segments } = facts.standing
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last) return undefined

  const days = [
    dayNumber(first.from),
    Math.max(dayNumber(periodEnd(last.from, facts.length)), dayNumber(facts.today)),
  ]
  const dayToX = scaleLinear().domain(days).range([0, 100])
  const middle = (from: CalendarDate) =>
    dayToX((dayNumber(from) + dayNumber(periodEnd(from, facts.length))) / 2)
  const isShown = (day: CalendarDate) => dayNumber(day) >= days[0]! && dayNumber(day) <= days[1]!

  const flagLevels = stacked(facts.notes.map(({ from }) => middle(from)))
  const visitLevels = stacked(facts.visits.map(({ on }) => dayToX(dayNumber(on))))
  const visitBand = bandsOf(visitLevels)
  const top = (bandsOf(flagLevels) + visitBand) * bandHeight + 8
  const bottom = top + plotHeight
  const height = bottom + belowPlot

  const y = upwardScale(facts, [bottom, top])
  const shown = (value: number) => y(clamped(value, facts.unit))
  const path = line<[number, number]>()
    .x(([x]) => round((x * boxWidth) / 100))
    .y(([, up]) => round(up))

  return {
    title: facts.finding,
    description: descriptionOf(facts),
    height,
    plot: { top, bottom },
    across: ticksAcross(days, dayToX),
    upwards: y.ticks(5).map((value) => ({
      y: round(y(value)),
      words: figureInShort(value, facts.unit),
    })),
    lines: [
      ...segments.flatMap((segment) => limitLines(segment, facts, dayToX, shown, path)),
      ...targetLines(points, facts.length, dayToX, shown, path),
      ...unbroken(points, facts.length).map((run) => ({
        kind: 'values' as const,
        d: path(run.map(({ from, value }) => [middle(from), y(value)])) ?? '',
      })),
    ],
    ends: apart(endsOf(last, facts.unit, shown), { top, bottom }),
    points: points.map(({ from, value, signal }) => ({
      x: round(middle(from)),
      y: round(y(value)),
      shape: signal?.meaning ?? 'none',
      words: `${periodName(from, facts.length)}: ${figureInWords(value, facts.unit)}${signal ? `, ${meaningTitles[signal.meaning].toLowerCase()}` : ''}`,
    })),
    flags: facts.notes.flatMap(({ from }, at) => {
      const point = points.find((one) => one.from === from)
      if (!isShown(from)) return []
      const above = (bandsOf(flagLevels) - 1 - flagLevels[at]!) * bandHeight
      return [
        {
          x: round(middle(from)),
          y: above + bandHeight / 2,
          from: point ? round(y(point.value)) : bottom,
          number: at + 1,
        },
      ]
    }),
    visits: facts.visits.flatMap(({ on }, at) =>
      isShown(on)
        ? [
            {
              x: round(dayToX(dayNumber(on))),
              y: top - 8 - visitLevels[at]! * bandHeight - bandHeight / 2,
              letter: letterOf(at),
            },
          ]
        : [],
    ),
    actions: facts.actions.flatMap(({ on, what, title }) =>
      isShown(on)
        ? [{ x: round(dayToX(dayNumber(on))), what, words: `${title} ${what} on ${longDate(on)}` }]
        : [],
    ),
    shapes: (['improvement', 'concern', 'change', 'none'] as const).filter((shape) =>
      points.some(({ signal }) => (signal?.meaning ?? 'none') === shape),
    ),
    isOnTrial: last.limits?.onTrial ?? true,
  }
}

/** Beyond what its unit allows a limit is not drawn: it stands at the edge. The rules keep the true one. */
export const clamped = (value: number, unit: Unit): number =>
  Math.max(0, unit === 'percent' ? Math.min(100, value) : value)

function upwardScale({ standing: { points }, unit }: ChartFacts, range: [number, number]) {
  const all = points.flatMap(({ value, limits, target }) => [
    value,
    ...(limits ? [clamped(limits.lower, unit), clamped(limits.upper, unit)] : []),
    ...(target === null ? [] : [target]),
  ])
  const [low, high] = [Math.min(...all), Math.max(...all)]
  const room = (high - low || Math.max(1, high * 0.1)) * 0.06
  return scaleLinear()
    .domain([
      clamped(low - room, unit),
      unit === 'percent' ? Math.min(100, high + room) : high + room,
    ])
    .nice(5)
    .range(range)
}

type Path = (points: [number, number][]) => string | null

function limitLines(
  { points, limits }: MeasureStanding['segments'][number],
  { length }: ChartFacts,
  dayToX: (day: number) => number,
  shown: (value: number) => number,
  path: Path,
): XmrDrawing['lines'] {
  const [first, last] = [points[0], points.at(-1)]
  if (!limits || !first || !last) return []
  const from = dayToX(dayNumber(first.from))
  const to = dayToX(dayNumber(periodAfter(last.from, length)))
  const level = (kind: 'mean' | 'limit', value: number) => ({
    kind,
    d: path([
      [from, shown(value)],
      [to, shown(value)],
    ])!,
  })
  return [level('mean', limits.mean), level('limit', limits.upper), level('limit', limits.lower)]
}

/** One step for each stretch of periods that are held against the same target. */
function targetLines(
  points: readonly JudgedPoint[],
  length: PeriodLength,
  dayToX: (day: number) => number,
  shown: (value: number) => number,
  path: Path,
): XmrDrawing['lines'] {
  const steps: { target: number | null; from: CalendarDate; to: CalendarDate }[] = []
  for (const { target, from } of points) {
    const to = periodAfter(from, length)
    const present = steps.at(-1)
    if (present?.target === target) present.to = to
    else steps.push({ target, from, to })
  }
  return steps.flatMap(({ target, from, to }) =>
    target === null
      ? []
      : [
          {
            kind: 'target' as const,
            d: path([
              [dayToX(dayNumber(from)), shown(target)],
              [dayToX(dayNumber(to)), shown(target)],
            ])!,
          },
        ],
  )
}

/** The line of the values is broken where a period has no figure. */
function unbroken(points: readonly JudgedPoint[], length: PeriodLength): JudgedPoint[][] {
  const runs: JudgedPoint[][] = []
  for (const point of points) {
    const present = runs.at(-1)
    const before = present?.at(-1)
    if (before && periodAfter(before.from, length) === point.from) present!.push(point)
    else runs.push([point])
  }
  return runs
}

function endsOf(
  { limits, target }: JudgedPoint,
  unit: Unit,
  shown: (value: number) => number,
): XmrDrawing['ends'] {
  const end = (kind: XmrDrawing['ends'][number]['kind'], name: string, value: number) => ({
    kind,
    y: shown(value),
    words: `${name} ${figureInShort(clamped(value, unit), unit)}`,
  })
  return [
    ...(limits
      ? [
          end('limit', 'Upper', limits.upper),
          end('mean', 'Mean', limits.mean),
          end('limit', 'Lower', limits.lower),
        ]
      : []),
    ...(target === null ? [] : [end('target', 'Target', target)]),
  ]
}

function descriptionOf({ standing: { points }, unit, length }: ChartFacts): string {
  const [first, last] = [points[0]!, points.at(-1)!]
  const { limits, target } = last
  const signals = points.filter(({ signal }) => signal !== null).length
  const sentences = [
    `A line of ${points.length} figures from ${periodName(first.from, length)} to ${periodName(last.from, length)}.`,
    `The latest is ${figureInWords(last.value, unit)}.`,
    limits
      ? `The mean is ${figureInWords(limits.mean, unit)}, between limits of ${figureInWords(clamped(limits.lower, unit), unit)} and ${figureInWords(clamped(limits.upper, unit), unit)}.`
      : '',
    target === null ? '' : `The target is ${figureInWords(target, unit)}.`,
    `${signals} of the figures ${signals === 1 ? 'is' : 'are'} part of a signal.`,
    'Every figure stands in the table below the chart.',
  ]
  return sentences.filter(Boolean).join(' ')
}

export interface Spark {
  d: string
  mean: string
  target: string
  last: { x: number; y: number; shape: PointShape }
}

export const sparkSize = { width: 132, height: 36 }

/** A line without words, for a row of a table that says the rest; a target far from it is not drawn. */
export function drawSpark(points: readonly JudgedPoint[], unit: Unit): Spark | undefined {
  const last = points.at(-1)
  if (!last) return undefined
  const all = points.map(({ value }) => value)
  const x = scaleLinear()
    .domain([0, Math.max(1, points.length - 1)])
    .range([4, sparkSize.width - 8])
  const [low, high] = [Math.min(...all), Math.max(...all)]
  const y = scaleLinear()
    .domain(low === high ? [low - 1, high + 1] : [low, high])
    .range([sparkSize.height - 5, 5])
  const path = line<[number, number]>()
    .x(([at]) => round(x(at)))
    .y(([, value]) => round(y(value)))
  const level = (value: number | undefined | null) =>
    value === undefined || value === null || value < low || value > high
      ? ''
      : path([
          [0, clamped(value, unit)],
          [points.length - 1, clamped(value, unit)],
        ])!
  return {
    d: path(points.map(({ value }, at) => [at, value]))!,
    mean: level(last.limits?.mean),
    target: level(last.target),
    last: {
      x: round(x(points.length - 1)),
      y: round(y(last.value)),
      shape: last.signal?.meaning ?? 'none',
    },
  }
}
