/**
 * A signal is a pattern that chance alone makes too seldom to believe in: something about the measure has
 * changed. There are four, and four are enough.
 *
 * Outside: a value strictly beyond a limit. Trend: 7 values that rise or fall strictly, 6 steps in a row.
 * Two of three: of 3 values in a row, all on one side of the mean, at least 2 lie beyond two thirds of the
 * way to a limit and not beyond the limit; only those are marked. Shift: 7 values in a row strictly on one
 * side of the mean; a value on the mean ends the run. Every value of a trend or a shift is marked. Where
 * several apply, outside goes before trend, trend before two of three, that before shift. With fewer than
 * 10 values nothing is called a signal.
 *
 * A signal is an improvement or a concern by the direction that is better: for a trend the way it goes,
 * for the others the side of the mean. Where neither direction is better it is a change to look into.
 * Source: NHS England "Making Data Count", as NHSRplotthedots computes it (DOMAIN 3); decision 0018.
 */
import { type Limits, type Side, sideOf } from './limits'
import type { Better } from './measure'

export const signalKinds = ['outside', 'trend', 'two-of-three', 'shift'] as const
/** In the order in which one goes before another. */
export type SignalKind = (typeof signalKinds)[number]

export interface Signal {
  kind: SignalKind
  direction: 'up' | 'down'
  /** where its run begins and ends among the values; for outside and two of three the value itself */
  first: number
  last: number
}

export type Meaning = 'improvement' | 'concern' | 'change'

const run = 7
const window = 3
export const fewestForSignals = 10

/** The signal of each value, or null, in the order of the values that the limits were computed from. */
export function signalsOf(
  values: readonly number[],
  limits: Limits | undefined,
): (Signal | null)[] {
  if (!limits || values.length < fewestForSignals) return values.map(() => null)
  const largest = Math.max(...values.map(Math.abs))
  const side = (line: number) => values.map((value) => sideOf(value, line, largest))
  const sides = side(limits.mean)
  const [above, below] = [side(limits.upper), side(limits.lower)]
  const [nearAbove, nearBelow] = [side(limits.nearUpper), side(limits.nearLower)]

  const outside = values.map((_, at) => above[at] === 1 || below[at] === -1)
  const isNear = values.map(
    (_, at) => !outside[at] && (nearAbove[at] === 1 || nearBelow[at] === -1),
  )
  const steps = values.slice(1).map((value, at) => sideOf(value, values[at]!, largest))
  const trends = runsOf(steps, run - 1).map(({ first, last, side: way }) => ({
    first,
    last: last + 1,
    side: way,
  }))
  const shifts = runsOf(sides, run)

  return values.map((_, at) => {
    const own = { direction: directionOf(sides[at]!), first: at, last: at }
    if (outside[at]) return { kind: 'outside', ...own }
    const trend = holding(trends, at)
    if (trend) return { kind: 'trend', ...trend }
    if (isNear[at] && isOneOfTwoInThree(at, sides, isNear)) return { kind: 'two-of-three', ...own }
    const shift = holding(shifts, at)
    return shift ? { kind: 'shift', ...shift } : null
  })
}

const directionOf = (side: Side): Signal['direction'] => (side === -1 ? 'down' : 'up')

interface Run {
  first: number
  last: number
  side: Side
}

/** Unbroken runs of one side, at least so long. */
function runsOf(sides: readonly Side[], shortest: number): Run[] {
  const runs: Run[] = []
  for (const [at, side] of sides.entries()) {
    const present = runs.at(-1)
    if (present?.side === side) present.last = at
    else runs.push({ first: at, last: at, side })
  }
  return runs.filter(({ first, last, side }) => side !== 0 && last - first + 1 >= shortest)
}

function holding(runs: readonly Run[], at: number): Omit<Signal, 'kind'> | undefined {
  const found = runs.find(({ first, last }) => first <= at && at <= last)
  return found && { direction: directionOf(found.side), first: found.first, last: found.last }
}

/** Whether one of the three windows of 3 values that hold this one is on one side with 2 near the limit. */
function isOneOfTwoInThree(
  at: number,
  sides: readonly Side[],
  isNear: readonly boolean[],
): boolean {
  return [at - 2, at - 1, at].some((start) => {
    const places = Array.from({ length: window }, (_, step) => start + step)
    return (
      places.every((place) => sides[place] !== undefined && sides[place] === sides[at]) &&
      places.filter((place) => isNear[place]).length >= 2
    )
  })
}

/** What a signal means for a measure of which this direction is better. */
export const meaningOf = (signal: Pick<Signal, 'direction'>, better: Better): Meaning =>
  better === 'neutral' ? 'change' : signal.direction === better ? 'improvement' : 'concern'

export const signalTitles: Record<SignalKind, Record<Signal['direction'], string>> = {
  outside: { up: 'Above the upper limit', down: 'Below the lower limit' },
  trend: { up: 'Part of a rising trend', down: 'Part of a falling trend' },
  'two-of-three': {
    up: 'Two of three near the upper limit',
    down: 'Two of three near the lower limit',
  },
  shift: { up: 'Part of a shift above the mean', down: 'Part of a shift below the mean' },
}

export const meaningTitles: Record<Meaning, string> = {
  improvement: 'Improvement',
  concern: 'Concern',
  change: 'Change',
}
