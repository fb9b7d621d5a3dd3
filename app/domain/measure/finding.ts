/**
 * The title of a chart says what it shows, in one sentence: what the latest signal is and since when, then
 * how the latest figure lies to the target. Where there is no signal it says so, and never makes a story
 * of two figures.
 *
 * Source: the voice of charts ("Unallocated children fell after June, still above target"); DOMAIN 3.
 */
import type { Better } from './measure'
import { periodName, type PeriodLength } from './period'
import { isTellable, type JudgedPoint, type MeasureFacts, type MeasureStanding } from './standing'

type Measured = Pick<MeasureFacts, 'title' | 'better' | 'length'>

/** "Unallocated children fell after June 2026, still above target" */
export const findingOf = (measure: Measured, standing: MeasureStanding): string =>
  `${measure.title}${movementOf(measure.length, standing)}${targetPart(measure.better, standing)}`

/** "Fell after June 2026, still above target": where the name of the measure stands beside it. */
export const findingInShort = (measure: Measured, standing: MeasureStanding): string =>
  `${movementOf(measure.length, standing)}${targetPart(measure.better, standing)}`
    .replace(/^:? /, '')
    .replace(/^./, (first) => first.toUpperCase())

const stillRecent = 12

function movementOf(length: PeriodLength, { latest, points }: MeasureStanding): string {
  if (!latest) return ': no figures yet'
  if (!isTellable(latest)) {
    return ': too few figures yet to tell a signal from chance'
  }
  if (latest.signal) return ` ${signalInWords(points, latest, latest.signal, length)}`
  const earlier = points.slice(-stillRecent).findLast(({ signal }) => signal !== null)
  return earlier?.signal
    ? ` showed no signal after ${periodName(earlier.from, length)}`
    : ' showed no signal of change'
}

const fewestForACourse = 3

/** Three signals in a row that point one way are a course, and told since when; fewer by what they are. */
function signalInWords(
  points: readonly JudgedPoint[],
  latest: JudgedPoint,
  { kind, direction }: NonNullable<JudgedPoint['signal']>,
  length: PeriodLength,
): string {
  const course = courseOf(points, latest)
  const before = points[points.indexOf(course[0]!) - 1]
  if (course.length >= fewestForACourse) {
    return before?.limits === latest.limits
      ? `${direction === 'up' ? 'rose' : 'fell'} after ${periodName(before!.from, length)}`
      : `stayed ${direction === 'up' ? 'above' : 'below'} the mean from ${periodName(course[0]!.from, length)}`
  }
  const name = periodName(latest.from, length)
  return kind === 'outside'
    ? `${direction === 'up' ? 'jumped' : 'dropped'} in ${name}`
    : `came close to the ${direction === 'up' ? 'upper' : 'lower'} limit in ${name}`
}

/** The latest points in a row, under the same limits, whose signals point the way of the last. */
function courseOf(points: readonly JudgedPoint[], latest: JudgedPoint): readonly JudgedPoint[] {
  const breaks = points.findLastIndex(
    ({ signal, limits }) =>
      limits !== latest.limits || signal?.direction !== latest.signal?.direction,
  )
  return points.slice(breaks + 1)
}

function targetPart(better: Better, { latest, target, meets, assurance }: MeasureStanding): string {
  if (!latest || target === null || meets === undefined) return ''
  if (!meets) {
    const side = better === 'up' ? 'below' : 'above'
    return `, ${latest.signal?.meaning === 'concern' ? 'now' : 'still'} ${side} target`
  }
  const side = better === 'up' ? 'at or above' : 'at or below'
  return assurance === 'hit-and-miss' ? `, ${side} target this time` : `, ${side} target`
}
