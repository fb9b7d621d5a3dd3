import { sql } from 'kysely'
import {
  defaultDueDateSettings,
  lateMovesKnownSince,
  type Occasion,
} from '~/domain/action/due-date-change'
import { calendarDateIn } from '~/domain/time/calendar-date'
import type { Tx } from './db.server'
import { keepOccasions, occasionsSince, setLateSince } from './tables/due-date-changes.server'
import { dueDateLimitVersions } from './tables/due-date-limits.server'

/**
 * Marks the moves of dates that turn out to be late ones, because a visit or a board meeting near them was
 * entered, moved or held only afterwards; whatever changes an occasion calls this. What was known when the
 * move was asked for stays as it is, and the rest says since when it is known: a past day is told as it was
 * known then. Each move is held to the limits of its own day.
 */
export async function markLateMoves(tx: Tx): Promise<void> {
  await keepOccasions(tx, 'changed')
  const [versions, all] = [await dueDateLimitVersions(tx), await occasionsSince(tx)]
  const limitsAt = (moment: Date) =>
    versions.find(({ validFrom }) => validFrom <= moment)?.limits ?? defaultDueDateSettings
  const furthest = Math.max(
    ...[defaultDueDateSettings, ...versions.map(({ limits }) => limits)].map(
      ({ lateMoveDaysBefore }) => lateMoveDaysBefore,
    ),
  )
  for (const move of await movesNear(tx, all, furthest)) {
    const askedOn = calendarDateIn(move.askedAt, 'Europe/London')
    const lateSince = lateMovesKnownSince({ ...move, askedOn }, all, limitsAt(move.askedAt))
    if (lateSince.join() !== move.lateSince.join()) await setLateSince(tx, move.id, lateSince)
  }
}

/** The moves asked for so near before an occasion, and those once marked since; in the order of actions. */
async function movesNear(tx: Tx, all: readonly Occasion[], days: number) {
  return tx
    .selectFrom('dueDateChanges as c')
    .where('c.inOldPlan', '=', false)
    .where(
      sql<boolean>`(c.late_since <> '{}' or exists (
        select from unnest(${all.map(({ on }) => on)}::date[]) as occasion (held_on)
         where held_on - timezone('Europe/London', c.asked_at)::date between 0 and ${days}))`,
    )
    .orderBy('c.actionId')
    .orderBy('c.id')
    .select(['c.id', 'c.askedAt', 'c.lateMove', 'c.lateSince'])
    .execute()
}
