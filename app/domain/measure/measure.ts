/**
 * A measure is a number followed over time: what exactly is counted, in which unit, for which periods,
 * and which direction is better. A measure that is neither better up nor better down is watched and
 * never called an improvement or a concern.
 *
 * What makes the figures comparable, its unit and its periods, stays as it is once there are figures:
 * another unit is another measure. Managers say what is measured and record the figures; a leader
 * alone decides that its limits begin anew (rebaseline.ts).
 * Source: PRODUCT "measure"; issue 6. In SQL: measures_have_a_title, measures_have_a_definition,
 * measures_unit_is_one_we_know, measures_period_is_one_we_know, measures_better_is_one_we_know,
 * measures_title_is_used_once, measure_points_keep_the_unit_and_period.
 */
import { type Actor, may } from '../access/permissions'
import { type Decision, all, no, yes } from '../decision'

export const units = ['percent', 'count', 'days', 'average', 'per-1000', 'per-10000'] as const
export type Unit = (typeof units)[number]

export const unitTitles: Record<Unit, string> = {
  percent: 'Per cent',
  count: 'Count',
  days: 'Days',
  average: 'Average',
  'per-1000': 'Per 1,000',
  'per-10000': 'Per 10,000',
}

/** By what a numerator over its denominator is multiplied; none for a plain count. */
export const unitFactors: Record<Unit, number | undefined> = {
  percent: 100,
  count: undefined,
  days: 1,
  average: 1,
  'per-1000': 1000,
  'per-10000': 10_000,
}

export const directions = ['up', 'down', 'neutral'] as const
/** Which way is better. */
export type Better = (typeof directions)[number]

export const betterTitles: Record<Better, string> = {
  up: 'Higher is better',
  down: 'Lower is better',
  neutral: 'Neither: it is watched',
}

export const comparatorKinds = ['statistical-neighbours', 'region', 'england'] as const
export type ComparatorKind = (typeof comparatorKinds)[number]

export const comparatorTitles: Record<ComparatorKind, string> = {
  'statistical-neighbours': 'Statistical neighbours',
  region: 'Region',
  england: 'England',
}

/** How people speak of a measure in a meeting: M4. */
export const measureRef = (id: number): string => `M${id}`

/** What differs between the measure as it is and as somebody wants it. */
export interface MeasureChange {
  hasFigures: boolean
  unitChanges: boolean
  periodChanges: boolean
}

/** Whether the actor may say what is measured; with a change given, whether that will do. */
export const canDefine = (actor: Actor, change?: MeasureChange): Decision =>
  all(
    may(actor, 'measure.define'),
    change?.hasFigures && change.unitChanges
      ? no('The unit stays as it is once there are figures. Add another measure for another unit.')
      : yes,
    change?.hasFigures && change.periodChanges
      ? no(
          'The periods stay as they are once there are figures. Add another measure for other periods.',
        )
      : yes,
  )

const decimals = (value: number): number => (Math.abs(value) < 10 ? 2 : 1)

const number = (value: number): string =>
  value.toLocaleString('en-GB', { maximumFractionDigits: decimals(value) })

/** A figure as it is read aloud: "85.7%", "14", "12.5 days", "310 per 10,000". */
export function figureInWords(value: number, unit: Unit): string {
  switch (unit) {
    case 'percent':
      return `${value.toLocaleString('en-GB', { maximumFractionDigits: 1 })}%`
    case 'days':
      return `${number(value)} ${number(value) === '1' ? 'day' : 'days'}`
    case 'per-1000':
      return `${number(value)} per 1,000`
    case 'per-10000':
      return `${number(value)} per 10,000`
    case 'count':
    case 'average':
      return number(value)
  }
}

/** The same where the unit stands beside it already, as on an axis: "85.7%", "14", "310". */
export const figureInShort = (value: number, unit: Unit): string =>
  unit === 'percent' ? figureInWords(value, unit) : number(value)
