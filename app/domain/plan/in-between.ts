/**
 * Between being told and being told again lies what was done about it. "Delivered" says little when it
 * was told again afterwards: what was delivered before that day, whether anybody but those who did it
 * accepted evidence, and what difference a leader saw, each apart.
 *
 * Source: PRODUCT rule 2; issue 2 ("with what was done in between").
 */
import { type Impact, impactTitles } from '../action/impact'
import type { ActionStanding } from '../action/standing'
import { type CalendarDate, counted, latest, longDate } from '../time/calendar-date'
import { rankOf } from './readiness'

export interface DoneInBetween {
  deliveredOn: CalendarDate | null
  standing: Pick<ActionStanding, 'assurance' | 'impact'>
}

/** What was done about a recommendation until `toldAgainOn`, in sentences: delivery, assurance, impact. */
export function inBetween(actions: readonly DoneInBetween[], toldAgainOn: CalendarDate): string[] {
  if (actions.length === 0) return ['No action was planned for it.']
  return [
    deliveredInBetween(actions, toldAgainOn),
    assuredInBetween(actions),
    differenceInBetween(actions),
  ]
}

function deliveredInBetween(actions: readonly DoneInBetween[], toldAgainOn: CalendarDate): string {
  const days = actions.flatMap(({ deliveredOn }) =>
    deliveredOn !== null && deliveredOn < toldAgainOn ? [deliveredOn] : [],
  )
  const last = latest(days)
  const [all, done] = [actions.length, days.length]
  if (!last) {
    return all === 1
      ? 'The one action for it was not delivered before it was told again.'
      : `None of ${all} actions for it was delivered before it was told again.`
  }
  const when = longDate(last)
  if (all === 1) return `The one action for it was delivered on ${when}, and it was told again.`
  const some = done === all ? `All ${all} actions` : `${done} of ${counted(all, 'action')}`
  return `${some} for it ${done === 1 ? 'was' : 'were'} delivered before it was told again, ${done === 1 ? 'on' : 'the last on'} ${when}.`
}

function assuredInBetween(actions: readonly DoneInBetween[]): string {
  const those = actions.length === 1 ? 'it' : 'any of them'
  const shown = actions.filter(({ standing }) => standing.assurance.accepted > 0).length
  if (shown === 0) return `Nobody has accepted evidence for ${those}.`
  return actions.length === 1
    ? 'Evidence was accepted for it.'
    : `Evidence was accepted for ${shown} of ${actions.length}.`
}

function differenceInBetween(actions: readonly DoneInBetween[]): string {
  const counts = new Map<Impact, number>()
  for (const { standing } of actions) {
    if (standing.impact.signedOn === null) continue
    counts.set(standing.impact.impact, (counts.get(standing.impact.impact) ?? 0) + 1)
  }
  if (counts.size === 0) {
    return `Nobody has signed what difference ${actions.length === 1 ? 'it' : 'they'} made.`
  }
  const worstFirst = [...counts].sort(([a], [b]) => rankOf.impact(a) - rankOf.impact(b))
  const told = worstFirst.map(([impact, count]) =>
    actions.length === 1
      ? impactTitles[impact].toLowerCase()
      : `${impactTitles[impact].toLowerCase()} (${count} of ${actions.length})`,
  )
  return `A leader has signed: ${told.join(', ')}.`
}
