/**
 * A figure is a number that its unit allows, for a period that is over: a percentage lies between 0 and
 * 100, a count is whole, nothing is below 0. Where a numerator and a denominator are given they make the
 * figure; a denominator is above 0, and of a percentage the part is never more than the whole.
 *
 * A figure that was recorded is never overwritten: whoever corrects it says why, and the old one stays,
 * with who recorded it and when.
 * Source: PRODUCT rule 1; issue 6. In SQL: measure_points_fit_their_unit, measure_points_counts_are_whole,
 * measure_points_denominator_is_above_zero, measure_points_follow_from_their_parts,
 * measure_points_parts_come_together, measure_points_one_of_each_revision,
 * measure_points_corrected_with_a_reason, measure_points_are_never_changed,
 * measure_points_are_of_periods_past.
 */
import { type Actor, may } from '../access/permissions'
import { type Decision, all, no, yes } from '../decision'
import type { CalendarDate } from '../time/calendar-date'
import { longDate } from '../time/calendar-date'
import { type Unit, unitFactors } from './measure'
import { inBrief, periodAfter, periodEnd, type PeriodLength, periodTitle } from './period'

export interface Parts {
  numerator: number
  denominator: number
}

/** A figure as somebody gives it: itself, or the parts that it follows from. */
export interface Figure {
  value: number
  parts: Parts | null
}

/** What a cell holds: a number, nothing, or something that is no number, with what to write instead. */
export type ReadNumber = { value: number } | { nothing: true } | { wrong: string }

const nothing = /^(?:|[-–—.]{1,3}|n\/?a|c|x|z|\*|:)$/i

/** Reads a number as people in England type it, with thousand separators and the sign of the unit. */
export function readNumber(text: string, unit?: Unit): ReadNumber {
  const said = text.replace(/[\u00a0\u2009\u202f]/g, ' ').trim()
  if (nothing.test(said)) return { nothing: true }
  const bare = said.replace(/\s*%$/, '')
  if (bare !== said && unit !== undefined && unit !== 'percent') {
    return { wrong: `“${inBrief(said)}” is a percentage, and this measure is not.` }
  }
  if (/^[-−]\s*[\d.]/.test(bare)) return { wrong: `“${inBrief(said)}” is below 0.` }
  if (/^\d*\.?\d+$|^\d+\.$/.test(bare)) return { value: Number(bare) }
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^\d{1,3}(?: \d{3})+(?:\.\d+)?$/.test(bare)) {
    return { value: Number(bare.replace(/[, ]/g, '')) }
  }
  if (/^[\d.]*\d,\d+$/.test(bare)) {
    const meant = bare.replaceAll('.', '').replace(',', '.')
    return { wrong: `“${inBrief(said)}” has a comma where a point belongs. Write ${meant}.` }
  }
  return { wrong: `“${inBrief(said)}” is not a number.` }
}

/** The figure that a numerator and a denominator make. */
export const figureOf = (unit: Unit, parts: Parts): Figure => ({
  value: (parts.numerator * (unitFactors[unit] ?? 1)) / parts.denominator,
  parts,
})

const largest = 1_000_000_000

/** What is wrong with a figure of this unit, or nothing. */
export function figureTrouble(unit: Unit, { value, parts }: Figure): string | undefined {
  if (parts) {
    if (unitFactors[unit] === undefined) return 'A count is one number, without a denominator.'
    if (parts.denominator === 0) return 'The denominator is 0. Leave the period out, or correct it.'
    if (parts.numerator < 0 || parts.denominator < 0) return 'Neither part can be below 0.'
    if (unit === 'percent' && parts.numerator > parts.denominator) {
      return `The numerator ${parts.numerator} is more than the denominator ${parts.denominator}, so it is no part of it.`
    }
  }
  if (!Number.isFinite(value)) return 'This is not a number.'
  if (value < 0) return 'A figure cannot be below 0.'
  if (value > largest) return 'A figure cannot be more than 1,000,000,000.'
  if (unit === 'percent' && value > 100) {
    return `${value}% is more than 100%. A percentage lies between 0 and 100.`
  }
  if (unit === 'count' && !Number.isInteger(value)) {
    return `${value} is not a whole number, and a count is.`
  }
  return undefined
}

/** Why a period cannot have a figure yet, or nothing. */
export function periodTrouble(
  from: CalendarDate,
  length: PeriodLength,
  today: CalendarDate,
): string | undefined {
  const end = periodEnd(from, length)
  if (end < today) return undefined
  const state = from > today ? 'has not begun' : 'is not over yet'
  return `${periodTitle(from, length)} ${state}. Its figure can be recorded from ${longDate(periodAfter(from, length))}.`
}

const isNear = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b))

/** Whether two figures say the same. */
export const isSameFigure = (a: Figure, b: Figure): boolean =>
  isNear(a.value, b.value) &&
  (a.parts === null) === (b.parts === null) &&
  (!a.parts ||
    !b.parts ||
    (isNear(a.parts.numerator, b.parts.numerator) &&
      isNear(a.parts.denominator, b.parts.denominator)))

export interface FigureFacts {
  unit: Unit
  length: PeriodLength
  from: CalendarDate
  /** what stands there now; null where there is nothing, undefined where it was never recorded */
  present: Figure | null | undefined
}

/** Whether the actor may record figures; with one given, whether it will do. */
export const canRecord = (
  actor: Actor,
  given?: { facts: FigureFacts; figure: Figure | null; reason: string; today: CalendarDate },
): Decision => all(may(actor, 'measure.record'), given ? willDo(given) : yes)

function willDo({
  facts: { unit, length, from, present },
  figure,
  reason,
  today,
}: NonNullable<Parameters<typeof canRecord>[1]>): Decision {
  const trouble = periodTrouble(from, length, today) ?? (figure && figureTrouble(unit, figure))
  if (trouble) return no(trouble)
  if (figure === null && !present) return no('There is no figure to take away.')
  return present !== undefined && reason.trim() === ''
    ? no(
        `${periodTitle(from, length)} has a figure already. Say why it is corrected; the old one stays on record.`,
        'reason',
      )
    : yes
}
