/**
 * The limits of a measure begin anew only by a recorded decision: from which period, who, and why. The
 * points before keep the limits and the signals that they had, so that nothing that was a concern stops
 * having been one.
 *
 * A leader decides it, and not the managers who record the figures: whoever could begin the limits anew
 * could make a concern disappear (as nobody assures their own work). A decision needs figures on both
 * sides of it; with fewer than 10 from its period on, the new limits show no signals yet.
 * Source: NHS England "Making Data Count" (DOMAIN 3); PRODUCT rules 1 and 7; decision 0018.
 * In SQL: measure_baselines_have_a_reason, measure_baselines_one_from_a_period.
 */
import { type Actor, may } from '../access/permissions'
import { type Decision, all, no, yes } from '../decision'
import type { CalendarDate } from '../time/calendar-date'
import { type PeriodLength, periodName, periodTitle } from './period'

export interface RebaselineFacts {
  length: PeriodLength
  /** the periods that have a figure, in order */
  periods: readonly CalendarDate[]
  /** from which periods the limits began anew already */
  cuts: readonly CalendarDate[]
}

const fewestOnEachSide = 2

/** Whether the actor may decide that the limits begin anew; with the decision given, whether it will do. */
export const canRebaseline = (
  actor: Actor,
  facts: RebaselineFacts,
  decided?: { from: CalendarDate; reason: string },
): Decision =>
  all(
    may(actor, 'measure.re-baseline'),
    facts.periods.length < 2 * fewestOnEachSide
      ? no('There are too few figures yet for limits to begin anew.')
      : yes,
    decided ? willDo(facts, decided) : yes,
  )

function willDo(
  { length, periods, cuts }: RebaselineFacts,
  { from, reason }: { from: CalendarDate; reason: string },
): Decision {
  if (cuts.includes(from)) {
    return no(`The limits begin anew from ${periodName(from, length)} already.`, 'from')
  }
  if (!periods.includes(from)) {
    return no(`${periodTitle(from, length)} has no figure. Choose a period that has one.`, 'from')
  }
  const segment = (day: CalendarDate) => cuts.filter((cut) => cut <= day).length
  const own = periods.filter((one) => segment(one) === segment(from))
  const before = own.filter((one) => one < from).length
  if (before < fewestOnEachSide || own.length - before < fewestOnEachSide) {
    return no('Choose a period with at least two figures before it and two from it on.', 'from')
  }
  return reason.trim() === '' ? no('Say why the limits begin anew.') : yes
}
