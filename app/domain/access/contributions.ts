/**
 * An administrator takes what one person wrote and did out of the plan, for that person, who may ask for
 * it: they say for which request, it stands in the audit trail, and what was made ready is given to them
 * alone, for an hour.
 *
 * Source: issue 4, "export of one person's contributions (subject access)"; decision 0031. In SQL nothing
 * holds it: what was taken is an event, and events are never changed (events_are_never_changed).
 */
import { all, type Decision, no, yes } from '../decision'
import { type Actor, may } from './permissions'

/** Whether the actor may take them; with a reason, whether that will do. */
export const canTakeContributions = (actor: Actor, reason?: string): Decision =>
  all(
    may(actor, 'people.manage'),
    reason?.trim() === '' ? no('Say for which request they are taken.') : yes,
  )

export const readyForMinutes = 60

/** Whether what was made ready is still given to the actor. */
export const isStillReady = (
  actor: Actor,
  taken: { byId: number | null; at: Date },
  now: Date,
): boolean =>
  may(actor, 'people.manage').allowed &&
  taken.byId === actor.personId &&
  now.getTime() - taken.at.getTime() <= readyForMinutes * 60_000
