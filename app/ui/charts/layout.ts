/** Where the parts of a chart stand that every chart has: ticks, words at the ends of lines, marks above. */
import {
  type CalendarDate,
  dayNumber,
  fromDayNumber,
  months,
  partsOf,
} from '~/domain/time/calendar-date'

/** Paths are drawn in a box so wide and stretched to the width there is. */
export const boxWidth = 1000
export const bandHeight = 20
/** The narrowest plot, in pixels: on a phone of 320 with the words at both sides. */
const narrowestPlot = 165
const flagWidth = 20
const lineOfWords = 17

export interface Tick {
  x: number
  words: string
  isYear: boolean
  whenWide: boolean
}

export const letterOf = (at: number): string => String.fromCharCode(97 + (at % 26))

export const round = (value: number): number => Math.round(value * 100) / 100

/** Moves words that would stand on one another apart, in their order, within the plot. */
export function apart<End extends { y: number }>(
  ends: readonly End[],
  { top, bottom }: { top: number; bottom: number },
): End[] {
  const placed = [...ends].sort((a, b) => a.y - b.y).map((end) => ({ ...end }))
  for (const [at, end] of placed.entries()) {
    end.y = Math.max(end.y, (placed[at - 1]?.y ?? top - lineOfWords) + lineOfWords)
  }
  for (let at = placed.length - 1; at >= 0; at -= 1) {
    const below = placed[at + 1]?.y ?? bottom + lineOfWords
    placed[at]!.y = round(Math.min(placed[at]!.y, below - lineOfWords))
  }
  return placed
}

/** Levels for marks that would stand on one another on the narrowest plot; 0 lies nearest to it. */
export function stacked(places: readonly number[]): number[] {
  const apartInHundredths = (100 * flagWidth) / narrowestPlot
  const lastOnLevel: number[] = []
  const inOrder = [...places.keys()].sort((a, b) => places[a]! - places[b]!)
  const levels = places.map(() => 0)
  for (const at of inOrder) {
    let level = lastOnLevel.findIndex((last) => places[at]! - last >= apartInHundredths)
    if (level === -1) level = lastOnLevel.length
    lastOnLevel[level] = places[at]!
    levels[at] = level
  }
  return levels
}

export const bandsOf = (levels: readonly number[]): number =>
  levels.reduce((most, level) => Math.max(most, level + 1), 0)

const daysInTwoYears = 760

/** The first days of years, and of quarters or half years where there is room for them. */
export function ticksAcross(
  [from, to]: readonly number[],
  dayToX: (day: number) => number,
): Tick[] {
  const span = to! - from!
  const ticks: Tick[] = []
  const begins = partsOf(fromDayNumber(from!))
  for (let at = begins.year * 12 + begins.month - 1; ; at += 1) {
    const [year, month] = [Math.floor(at / 12), (at % 12) + 1]
    const day = dayNumber(`${year}-${String(month).padStart(2, '0')}-01` as CalendarDate)
    if (day > to!) break
    if (day < from!) continue
    const isYear = month === 1
    const step = span <= 130 ? 1 : span <= daysInTwoYears ? 3 : 12
    if ((month - 1) % step !== 0) continue
    const isHalf = (month - 1) % (span <= 130 ? 1 : 6) === 0
    ticks.push({
      x: round(dayToX(day)),
      words: isYear ? String(year) : months[month - 1]!.slice(0, 3),
      isYear,
      whenWide: step !== 12 && !isHalf,
    })
  }
  return ticks
}

/** What every chart has: its words, its two axes, and the visits across it. */
export interface Ground {
  title: string
  description: string
  height: number
  plot: { top: number; bottom: number }
  across: readonly Tick[]
  upwards: readonly { y: number; words: string }[]
  visits: readonly { x: number; y: number; letter: string }[]
}
