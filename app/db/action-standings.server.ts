import { holdsUntil, keptStanding } from '~/domain/action/kept-standing'
import type { CalendarDate } from '~/domain/time/calendar-date'
import { endOfDay } from '~/domain/time/end-of-day'
import { judgedActions } from './action-facts.server'
import type { Db, Tx } from './db.server'
import {
  beginPastDay,
  type DerivedStanding,
  isPastDayThere,
  lockStandings,
  outdatedStandings,
  waitForPastDay,
  writePastStandings,
  writeStandings,
  writeWords,
} from './tables/action-standings.server'
import { bragTableAt } from './tables/brag-tables.server'

/** Brings the kept standings up to the day that somebody looks at, past or present. */
export const standingsFor = ({
  db,
  today,
  asAt,
}: {
  db: Db
  today: CalendarDate
  asAt?: CalendarDate
}): Promise<void> => (asAt ? deriveOnce(db as Tx, asAt) : bringStandingsUpTo(today, db))

// Some hundred actions with all their facts at a time are read in little memory.
const atATime = 500

/**
 * Brings the kept standings up to the day `today`, and so to what the pages of the actions say: only
 * those that something happened to, or whose days have passed, are derived again. Whoever reads
 * action_standings calls this first; where nothing changed it costs one look at an index.
 *
 * One place derives them, from the facts and by the rules that the action's own page asks. Each
 * standing is locked before its facts are read, and a writer of facts holds that lock until it commits
 * (stand_anew, migration 0014): what is written here has seen everything.
 */
export async function bringStandingsUpTo(today: CalendarDate, db: Db): Promise<void> {
  for (;;) {
    const outdated = await outdatedStandings(db, today, atATime)
    if (outdated.length === 0) return
    const derive = (tx: Tx) => deriveStandings(tx, outdated, today)
    await (db.isTransaction ? derive(db as Tx) : db.transaction().execute(derive))
  }
}

async function deriveStandings(tx: Tx, actionIds: readonly number[], today: CalendarDate) {
  const changed = await lockStandings(tx, actionIds)
  const actions = await judgedActions(tx, { actionIds })
  const table = await bragTableAt(tx, endOfDay(today, 'Europe/London'))
  await writeStandings(
    tx,
    actions.map((action): DerivedStanding => ({
      actionId: action.id,
      holdsFrom: today,
      holdsUntil: holdsUntil(action, today, table) ?? 'infinity',
      ...keptStanding(action, today, table),
    })),
  )
  await writeWords(tx, changed)
}

/**
 * How every action stood at the end of a past day, derived by the same rules from that day's rows when
 * somebody first looks at the day, and kept (decision 0022). Under asAt, action_standings are these.
 */
async function deriveOnce(then: Tx, day: CalendarDate): Promise<void> {
  if (await isPastDayThere(then, day)) return
  await waitForPastDay(then, day)
  if (await isPastDayThere(then, day)) return
  await beginPastDay(then, day)
  const table = await bragTableAt(then, endOfDay(day, 'Europe/London'))
  // The whole plan is read at once, as by readiness: piece by piece it costs twice as much.
  const derived = (await judgedActions(then)).map((action): DerivedStanding => ({
    actionId: action.id,
    holdsFrom: day,
    holdsUntil: day,
    ...keptStanding(action, day, table),
  }))
  for (let from = 0; from < derived.length; from += atATime) {
    await writePastStandings(then, day, derived.slice(from, from + atATime))
  }
}
