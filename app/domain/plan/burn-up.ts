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
import { type EvidenceKind, freshUntil } from '../evidence/kinds'
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
  /** accepted evidence of an action */
  evidence: readonly (Span & { actionId: number; kind: EvidenceKind; periodTo: CalendarDate })[]
  /** the sign-off of an action that counted then */
  signOffs: readonly (Span & { verdict: ImpactVerdict; count: number })[]
}

export interface BurnUpDay {
  on: CalendarDate
  actions: number
  delivered: number
  assured: number
  difference: number
}

/** How many there were on each of the days, which are in order. */
export function burnUp(days: readonly CalendarDate[], facts: BurnUpFacts): BurnUpDay[] {
  const counts = days.map((on) => ({ on, actions: 0, delivered: 0, assured: 0, difference: 0 }))
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
  const byAction = new Map<number, BurnUpFacts['evidence'][number][]>()
  for (const piece of facts.evidence) {
    const those = byAction.get(piece.actionId)
    if (those) those.push(piece)
    else byAction.set(piece.actionId, [piece])
  }
  for (const pieces of byAction.values()) {
    const inDate = freshKinds(days.length, pieces, counts)
    for (const [at, kinds] of inDate.entries()) {
      if (coversEnough(kinds)) counts[at]!.assured += 1
    }
  }
  return counts
}

/** The kinds of an action's evidence that were accepted and in date, day by day. */
function freshKinds(
  length: number,
  pieces: BurnUpFacts['evidence'],
  days: readonly { on: CalendarDate }[],
): EvidenceKind[][] {
  const kinds: EvidenceKind[][] = Array.from({ length }, () => [])
  for (const { kind, periodTo, from, until } of pieces) {
    const last = freshUntil(kind, periodTo)
    for (let at = from; at < until && days[at]!.on <= last; at += 1) kinds[at]!.push(kind)
  }
  return kinds
}
