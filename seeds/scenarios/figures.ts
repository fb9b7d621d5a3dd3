/**
 * The figures of a story, month by month. They are told by what stands at some months, counted from the
 * month of the last visit; between two of them a figure lies on the way, a little beside it as if by
 * chance, and after the last it stays there. The same story has the same figures on any day.
 */
import { addMonths, type CalendarDate, partsOf } from '~/domain/time/calendar-date'

/** [months from the month of the visit, what the figure was] */
export type Stand = readonly [month: number, value: number]

export interface Course {
  stands: readonly Stand[]
  /** how far by chance a figure lies from the way at most */
  chance: number
  /** of how many, for a percentage; a figure is then so many of them */
  of?: readonly Stand[]
}

/** The figure for a month: itself, or a part of a whole. */
export type StoryFigure = { value: number } | { numerator: number; denominator: number }

export function figureIn({ stands, chance, of }: Course, month: number): StoryFigure {
  const isTold = stands.some(([at]) => at === month)
  const value = wayAt(stands, month) + (isTold ? 0 : chance * byChance(month, stands.length))
  if (!of) return { value: Math.max(0, Math.round(value)) }
  const denominator = Math.round(wayAt(of, month) * (1 + byChance(month + 7, of.length) / 12))
  const numerator = Math.round((denominator * value) / 100)
  return { numerator: Math.min(denominator, Math.max(0, numerator)), denominator }
}

function wayAt(stands: readonly Stand[], month: number): number {
  const after = stands.findIndex(([at]) => at >= month)
  const [first, last] = [stands[0]!, stands.at(-1)!]
  if (after === -1) return last[1]
  if (after === 0) return first[1]
  const [[from, low], [to, high]] = [stands[after - 1]!, stands[after]!]
  return low + ((high - low) * (month - from)) / (to - from)
}

/** Between -1 and 1, and for one month always the same. */
const byChance = (month: number, seed: number): number =>
  (((((month + 200) * 7919 + seed * 104_729) % 97) + 97) % 97) / 48 - 1

/** The first day of the month so many months from that of the visit. */
export function monthFrom(visitOn: CalendarDate, months: number): CalendarDate {
  const { year, month } = partsOf(visitOn)
  return addMonths(`${year}-${String(month).padStart(2, '0')}-01` as CalendarDate, months)
}
