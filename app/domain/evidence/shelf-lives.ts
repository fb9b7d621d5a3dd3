/**
 * How long evidence of each kind still says how things are is a setting of the council, kept in versions
 * with who set them and why; a past day is judged by the version of that day.
 *
 * Source: issue 4, "each kind has a shelf life counted from the period it covers (a setting)"; decision
 * 0016, whose way of keeping versions this follows. In SQL: shelf_lives_say_why, shelf_lives_are_counted,
 * shelf_lives_begin_one_at_a_time, shelf_lives_are_never_changed.
 */
import type { Actor } from '../access/permissions'
import type { Decision } from '../decision'
import { counted } from '../time/calendar-date'
import { canSetForEachKind } from './for-each-kind'
import { evidenceKinds, evidenceKindsInWords, type ShelfLives } from './kinds'

export const longestShelfLife = 36

/** Whether the actor may set the shelf lives; with what is set, whether that will do. */
export const canSetShelfLives = (
  actor: Actor,
  present: ShelfLives,
  set?: { lives: ShelfLives; why: string },
): Decision =>
  canSetForEachKind(actor, 'shelf lives', present, set && { each: set.lives, why: set.why })

/** One sentence for each kind. */
export const shelfLivesInWords = (lives: ShelfLives): string[] =>
  evidenceKinds.map(
    (kind) =>
      `${evidenceKindsInWords[kind].title} is fresh for ${counted(lives[kind], 'month')} after the period that it covers.`,
  )
