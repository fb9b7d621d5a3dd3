/**
 * A number for each kind of evidence that the council sets with a reason, and that stays on record in
 * versions: how long evidence is fresh, and how long it is kept.
 *
 * Source: decision 0016, whose way of keeping versions this follows.
 */
import type { Actor } from '../access/permissions'
import { may } from '../access/permissions'
import { all, type Decision, no, yes } from '../decision'
import { type EvidenceKind, evidenceKinds } from './kinds'

export type ForEachKind = Readonly<Record<EvidenceKind, number>>

/** Whether the actor may set them; with what is set, whether that will do. `name` is "shelf lives". */
export const canSetForEachKind = (
  actor: Actor,
  name: string,
  present: ForEachKind,
  set?: { each: ForEachKind; why: string },
): Decision =>
  all(
    may(actor, 'ratings.set'),
    set && evidenceKinds.every((kind) => set.each[kind] === present[kind])
      ? no(`These are the ${name} that stand already.`)
      : yes,
    set && set.why.trim() === '' ? no(`Say why the ${name} change.`, 'why') : yes,
  )
