/**
 * How a measure stands: what its latest figure says by the four rules, and whether its target will be met
 * by the limits. It moves the wrong way while its latest figure is part of a signal of concern; two
 * figures of which the second is worse are no such thing.
 *
 * Worst first: what moves the wrong way; then what misses its target every time, what hits and misses it,
 * what has no target, what meets it. A measure is behind when a period is over and has no figure.
 * Source: PRODUCT rule 4; NHS England "Making Data Count" (DOMAIN 3); issue 6.
 */
import type { CalendarDate } from '../time/calendar-date'
import {
  assuranceOf,
  assurances,
  meetsTarget,
  type Target,
  type TargetAssurance,
  targetOn,
} from './assurance'
import { type Limits, type Segment, segmentsOf } from './limits'
import type { Better, Unit } from './measure'
import { lastPeriodOver, periodAfter, periodEnd, type PeriodLength } from './period'
import { fewestForSignals, type Meaning, meaningOf, type Signal, signalsOf } from './signals'

export interface MeasurePoint {
  from: CalendarDate
  value: number
}

export interface MeasureFacts {
  id: number
  title: string
  unit: Unit
  better: Better
  length: PeriodLength
  /** in the order of their periods, one for each at most */
  points: readonly MeasurePoint[]
  targets: readonly Target[]
  /** from which periods the limits begin anew */
  cuts: readonly CalendarDate[]
}

export interface JudgedPoint extends MeasurePoint {
  limits: Limits | undefined
  /** what the period is held against */
  target: number | null
  signal: (Pick<Signal, 'kind' | 'direction'> & { meaning: Meaning }) | null
}

export interface MeasureStanding {
  points: readonly JudgedPoint[]
  segments: readonly Segment<MeasurePoint>[]
  latest: JudgedPoint | undefined
  isWrongWay: boolean
  /** the target that is valid for the latest figure, or today where there is none yet */
  target: number | null
  meets: boolean | undefined
  assurance: TargetAssurance | undefined
  /** the first period that is over and has no figure since the latest */
  awaits: CalendarDate | undefined
}

export function measureStanding(measure: MeasureFacts, today: CalendarDate): MeasureStanding {
  const { better, length, targets } = measure
  const segments = segmentsOf(measure.points, measure.cuts)
  const points = segments.flatMap((segment) => judged(segment, measure))
  const latest = points.at(-1)
  const target = latest ? latest.target : targetOn(targets, today)
  const next = latest && periodAfter(latest.from, length)
  return {
    points,
    segments,
    latest,
    isWrongWay: latest?.signal?.meaning === 'concern',
    target,
    meets: latest && target !== null ? meetsTarget(latest.value, target, better) : undefined,
    assurance: assuranceOf(latest?.limits, target, better),
    awaits: next && next <= lastPeriodOver(today, length) ? next : undefined,
  }
}

function judged(
  { points, limits }: Segment<MeasurePoint>,
  { better, length, targets }: MeasureFacts,
): JudgedPoint[] {
  const signals = signalsOf(
    points.map(({ value }) => value),
    limits,
  )
  return points.map((point, at) => {
    const signal = signals[at]
    return {
      ...point,
      limits,
      target: targetOn(targets, periodEnd(point.from, length)),
      signal: signal
        ? {
            kind: signal.kind,
            direction: signal.direction,
            meaning: meaningOf(signal, better),
          }
        : null,
    }
  })
}

const rankOf = ({ isWrongWay, assurance, meets, latest }: MeasureStanding): number[] => [
  isWrongWay ? 0 : 1,
  assurance === undefined ? 1.5 : assurances.indexOf(assurance),
  meets === false ? 0 : 1,
  latest?.signal?.meaning === 'improvement' ? 1 : 0,
]

/** Worst first. */
export function byStanding(a: MeasureStanding, b: MeasureStanding): number {
  const other = rankOf(b)
  return (
    rankOf(a)
      .map((rank, at) => rank - other[at]!)
      .find((difference) => difference !== 0) ?? 0
  )
}

/** How a measure stands, in the few words that a list has room for. */
export interface MeasureGlance {
  /** of the latest figure; null where it is within what is usual, undefined where too few tell */
  meaning: Meaning | null | undefined
  assurance: TargetAssurance | undefined
  /** whether there is a target that its direction can reach */
  hasTarget: boolean
}

export const glanceOf = ({ latest, assurance, meets }: MeasureStanding): MeasureGlance => ({
  meaning: isTellable(latest) ? (latest.signal?.meaning ?? null) : undefined,
  assurance,
  hasTarget: meets !== undefined,
})

/** Whether there are enough figures for the four rules to say something. */
export const isTellable = (latest: JudgedPoint | undefined): latest is JudgedPoint =>
  (latest?.limits?.values ?? 0) >= fewestForSignals
