/**
 * The limits of an XmR chart say between which values a measure moves while nothing about it changes.
 *
 * The mean of the values, plus and minus 2.66 times the mean of the moving ranges (how far each value
 * lies from the one before, whatever the sign); a value beyond two thirds of the way to a limit is near
 * it. Moving ranges are not screened for outliers, as the Excel tools of Making Data Count do not screen
 * them. With fewer than 12 values the limits are on trial; limits are drawn from 2. A period that has no
 * figure is passed over: the moving range runs from the figure before it to the one after.
 *
 * After a recorded decision (rebaseline.ts) the values before and from its period have limits of their own.
 * Source: NHS England "Making Data Count", as NHSRplotthedots computes it (DOMAIN 3); decision 0018.
 */
import type { CalendarDate } from '../time/calendar-date'

export interface Limits {
  mean: number
  lower: number
  upper: number
  nearLower: number
  nearUpper: number
  /** from how many values */
  values: number
  /** from so few that they may still move much */
  onTrial: boolean
}

const limitFactor = 2.66
const nearFactor = (2 / 3) * limitFactor
const fewestForLimits = 2
const fewestForSettledLimits = 12

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

/** The limits of these values in the order of their periods; undefined where there are too few for any. */
export function limitsOf(values: readonly number[]): Limits | undefined {
  if (values.length < fewestForLimits) return undefined
  const mean = meanOf(values)
  const movingRange = meanOf(values.slice(1).map((value, at) => Math.abs(value - values[at]!)))
  return {
    mean,
    lower: mean - limitFactor * movingRange,
    upper: mean + limitFactor * movingRange,
    nearLower: mean - nearFactor * movingRange,
    nearUpper: mean + nearFactor * movingRange,
    values: values.length,
    onTrial: values.length < fewestForSettledLimits,
  }
}

/** How a value lies to a line: -1 below, 0 on it, 1 above. */
export type Side = -1 | 0 | 1

/**
 * Fractions such as 0.1 have no exact form in a computer, so a value is on a line when only rounding lies
 * between them: by a billionth of the largest value of the chart.
 */
export const sideOf = (value: number, line: number, largest: number): Side => {
  const apart = value - line
  return Math.abs(apart) <= 1e-9 * Math.max(largest, Number.MIN_VALUE) ? 0 : apart < 0 ? -1 : 1
}

/** The points of a chart between two decisions on its limits. */
export interface Segment<Point> {
  points: Point[]
  limits: Limits | undefined
}

/** Cuts points, in the order of their periods, at the first days from which new limits were decided. */
export function segmentsOf<Point extends { from: CalendarDate; value: number }>(
  points: readonly Point[],
  cuts: readonly CalendarDate[],
): Segment<Point>[] {
  const numberOf = (from: CalendarDate) => cuts.filter((cut) => cut <= from).length
  const groups = new Map<number, Point[]>()
  for (const point of points) {
    const group = numberOf(point.from)
    groups.set(group, [...(groups.get(group) ?? []), point])
  }
  return [...groups.values()].map((group) => ({
    points: group,
    limits: limitsOf(group.map(({ value }) => value)),
  }))
}
