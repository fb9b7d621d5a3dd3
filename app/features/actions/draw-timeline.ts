/**
 * Draws the dates of actions: where each bar, mark and line of it stands. Across, all is in hundredths of
 * the width, so that one drawing fits a phone and a desk and its words keep their size; up and down it
 * is in pixels. It is made on the server: the page only writes it out.
 */
import { scaleLinear } from 'd3-scale'
import {
  addDays,
  addMonths,
  type CalendarDate,
  dayNumber,
  earliest,
  latest,
  months,
  partsOf,
} from '~/domain/time/calendar-date'
import type { TimelineRow, TimelineVisit } from './timeline-rows'

export interface TimelineDrawing {
  height: number
  /** where each month begins */
  months: { x: number; words: string }[]
  todayX: number
  visit: { x: number; width: number } | undefined
  rows: {
    id: number
    y: number
    bar: { x: number; width: number }
    /** where it was due first, if it moved */
    originalX: number | undefined
    dueX: number
    milestones: { x: number; isDone: boolean }[]
    /** all of it lies before the first month in sight, so nothing is drawn of it */
    isBefore: boolean
  }[]
  /** from what is waited for to what waits for it, where both are in sight */
  waits: { from: { x: number; y: number }; to: { x: number; y: number }; isClash: boolean }[]
}

const rowHeight = 46
const above = 34
/** the line of a row on which its bar lies, under its words */
export const barAt = 30
const mostMonths = 12
const monthsBack = 12

export function drawTimeline({
  rows,
  visit,
  today,
}: {
  rows: readonly TimelineRow[]
  visit: TimelineVisit | undefined
  today: CalendarDate
}): TimelineDrawing {
  const days = rows.flatMap((row) => [
    row.startOn ?? row.originalDueOn,
    row.originalDueOn,
    row.dueOn,
    ...row.milestones.map(({ dueOn }) => dueOn),
  ])
  // What began long ago would press all that is still to come into the last inch.
  const from = firstOfMonth(latest([earliest([...days, today])!, addMonths(today, -monthsBack)])!)
  const to = addDays(latest([...days, today, ...(visit ? [visit.expectedTo] : [])])!, 14)
  const across = scaleLinear()
    .domain([dayNumber(from), dayNumber(to)])
    .range([0, 100])
    .clamp(true)
  const x = (day: CalendarDate) => Math.round(across(dayNumber(day)) * 100) / 100
  const top = new Map(rows.map(({ id }, at) => [id, above + at * rowHeight]))
  return {
    height: above + rows.length * rowHeight + 6,
    months: monthsFrom(from, to).map((day) => ({ x: x(day), words: monthWords(day) })),
    todayX: x(today),
    visit: visit && {
      x: x(visit.expectedFrom),
      width: Math.max(0.3, x(visit.expectedTo) - x(visit.expectedFrom)),
    },
    rows: rows.map((row) => {
      const start = x(row.startOn ?? earliest([row.originalDueOn, row.dueOn])!)
      return {
        id: row.id,
        y: top.get(row.id)!,
        bar: { x: start, width: Math.max(0.4, x(row.dueOn) - start) },
        originalX: row.originalDueOn === row.dueOn ? undefined : x(row.originalDueOn),
        dueX: x(row.dueOn),
        milestones: row.milestones.map(({ dueOn, isDone }) => ({ x: x(dueOn), isDone })),
        isBefore: row.dueOn < from,
      }
    }),
    waits: rows.flatMap((row) =>
      row.needs.flatMap((needed) => {
        const y = top.get(needed.id)
        if (y === undefined || !needed.dueOn) return []
        return [
          {
            from: { x: x(needed.dueOn), y: y + barAt },
            to: { x: x(row.dueOn), y: top.get(row.id)! + barAt },
            isClash: !needed.isDelivered && !row.isDelivered && needed.dueOn > row.dueOn,
          },
        ]
      }),
    ),
  }
}

const firstOfMonth = (day: CalendarDate): CalendarDate => `${day.slice(0, 7)}-01` as CalendarDate

/** The first of every month, or of every third or sixth where there would be too many words. */
function monthsFrom(from: CalendarDate, to: CalendarDate): CalendarDate[] {
  const all: CalendarDate[] = []
  for (let at = 0, day = from; day <= to; at += 1, day = addMonths(from, at)) all.push(day)
  const step = [1, 3, 6].find((every) => all.length / every <= mostMonths) ?? 12
  return all.filter((_day, at) => at % step === 0)
}

function monthWords(day: CalendarDate): string {
  const { month, year } = partsOf(day)
  return `${months[month - 1]!.slice(0, 3)} ${String(year).slice(2)}`
}
