/**
 * The burn-up counts, at the end of each month, how many actions the plan had and how many of them were
 * delivered, assured and shown to make a difference: three lines, never one, since what is delivered is
 * not yet assured, and what is assured may have changed nothing.
 *
 * Each month is counted as the plan stood then: by that month's dates, verdicts and evidence, with the
 * evidence that was in date at its end. So a line may fall, and should, where evidence goes out of date.
 * Source: PRODUCT rules 2, 4 and 9; issue 6, "Compare".
 */
import { isDelivered } from '../action/delivery'
import type { ImpactVerdict } from '../action/impact'
import { coversEnough } from '../evidence/assurance'
import { type EvidenceKind, isFresh, type ShelfLives } from '../evidence/kinds'
import {
  type CalendarDate,
  dateFromParts,
  addDays,
  addMonths,
  partsOf,
} from '../time/calendar-date'

/** The last day of every month from that of the first day on, and today as the last. */
export function monthEnds(firstDay: CalendarDate, today: CalendarDate): CalendarDate[] {
  const { year, month } = partsOf(firstDay)
  const firstOfMonth = dateFromParts(year, month, 1)!
  const days: CalendarDate[] = []
  for (let at = 1; ; at += 1) {
    const day = addDays(addMonths(firstOfMonth, at), -1)
    if (day >= today) return [...days, today]
    days.push(day)
  }
}

/** On which of the days something was so: from the place of the first one up to, not including, `until`. */
interface Span {
  from: number
  until: number
}

/** What the history holds, with its moments already told as places in the row of days. */
export interface BurnUpFacts {
  /** so many actions that had this day of delivery */
  actions: readonly (Span & { deliveredOn: CalendarDate | null; count: number })[]
  /** evidence of an action while its latest review accepted it */
  evidence: readonly (Span & {
    id: number
    actionId: number
    kind: EvidenceKind
    periodTo: CalendarDate
  })[]
  /** evidence while a later version of it was accepted: it counts no longer */
  replaced: readonly (Span & { id: number })[]
  /** the sign-off of an action that counted then */
  signOffs: readonly (Span & { verdict: ImpactVerdict; count: number })[]
}

/** A day that is counted, and the shelf lives of evidence that were in force on it. */
export interface CountedDay {
  on: CalendarDate
  shelfLives: ShelfLives
}

export interface BurnUpDay {
  on: CalendarDate
  actions: number
  delivered: number
  assured: number
  difference: number
}

/** How many there were on each of the days, which are in order. */
export function burnUp(days: readonly CountedDay[], facts: BurnUpFacts): BurnUpDay[] {
  const counts = days.map(({ on }) => ({ on, actions: 0, delivered: 0, assured: 0, difference: 0 }))
  const during = ({ from, until }: Span) => counts.slice(from, until)
  for (const { deliveredOn, count, ...span } of facts.actions) {
    for (const day of during(span)) {
      day.actions += count
      if (isDelivered(deliveredOn, day.on)) day.delivered += count
    }
  }
  for (const { verdict, count, ...span } of facts.signOffs) {
    if (verdict !== 'made-a-difference') continue
    for (const day of during(span)) day.difference += count
  }
  const replaced = groupedBy(facts.replaced, ({ id }) => id)
  for (const pieces of groupedBy(facts.evidence, ({ actionId }) => actionId).values()) {
    for (const [at, kinds] of freshKinds(days, pieces, replaced).entries()) {
      if (coversEnough(kinds)) counts[at]!.assured += 1
    }
  }
  return counts
}

function groupedBy<One>(all: readonly One[], key: (one: One) => number): Map<number, One[]> {
  const groups = new Map<number, One[]>()
  for (const one of all) {
    const those = groups.get(key(one))
    if (those) those.push(one)
    else groups.set(key(one), [one])
  }
  return groups
}

/** The kinds of an action's evidence that counted, accepted and in date, day by day. */
function freshKinds(
  days: readonly CountedDay[],
  pieces: BurnUpFacts['evidence'],
  replaced: ReadonlyMap<number, readonly Span[]>,
): EvidenceKind[][] {
  const kinds: EvidenceKind[][] = days.map(() => [])
  for (const { id, kind, periodTo, from, until } of pieces) {
    const gaps = replaced.get(id) ?? []
    for (let at = from; at < until; at += 1) {
      const { on, shelfLives } = days[at]!
      if (gaps.some((gap) => gap.from <= at && at < gap.until)) continue
      if (isFresh(kind, periodTo, on, shelfLives)) kinds[at]!.push(kind)
    }
  }
  return kinds
}
