/**
 * Whether a measure will meet its target follows from the limits, never from the latest figure: while
 * nothing changes, figures between the limits come and go by chance.
 *
 * Where even the limit on the better side does not reach the target, it will be missed every time; where
 * even the limit on the worse side reaches beyond it, it will be met every time; between them it is hit
 * and miss. A measure of which neither direction is better has no such answer, and neither has one with
 * fewer than 10 figures.
 *
 * A target is valid from a day: a period is held against the one that is valid on its last day.
 * Source: NHS England "Making Data Count" (DOMAIN 3); issue 6. In SQL: measure_targets_one_from_a_day,
 * measure_targets_fit_their_unit.
 */
import type { CalendarDate } from '../time/calendar-date'
import { type Limits, sideOf } from './limits'
import type { Better } from './measure'

export const assurances = ['fail', 'hit-and-miss', 'pass'] as const
/** Worst first. */
export type TargetAssurance = (typeof assurances)[number]

export const assuranceTitles: Record<TargetAssurance, string> = {
  fail: 'Misses its target every time',
  'hit-and-miss': 'Hits and misses its target',
  pass: 'Meets its target every time',
}

const fewestForAssurance = 10

/** How sure it is that the target is met, while nothing changes. */
export function assuranceOf(
  limits: Limits | undefined,
  target: number | null,
  better: Better,
): TargetAssurance | undefined {
  if (!limits || target === null || better === 'neutral') return undefined
  if (limits.values < fewestForAssurance) return undefined
  const largest = Math.max(Math.abs(target), Math.abs(limits.upper), Math.abs(limits.lower))
  const isAboveUpper = sideOf(target, limits.upper, largest) === 1
  const isBelowLower = sideOf(target, limits.lower, largest) === -1
  if (!isAboveUpper && !isBelowLower) return 'hit-and-miss'
  return isAboveUpper === (better === 'up') ? 'fail' : 'pass'
}

/** Whether one figure meets the target; undefined where neither direction is better. */
export const meetsTarget = (value: number, target: number, better: Better): boolean | undefined =>
  better === 'neutral' ? undefined : better === 'up' ? value >= target : value <= target

export interface Target {
  validFrom: CalendarDate
  /** null: from this day on there is none */
  value: number | null
}

/** The target that is valid on a day, or null. */
export function targetOn(targets: readonly Target[], day: CalendarDate): number | null {
  const valid = targets
    .filter(({ validFrom }) => validFrom <= day)
    .reduce<Target | undefined>(
      (last, one) => (last && last.validFrom > one.validFrom ? last : one),
      undefined,
    )
  return valid?.value ?? null
}
