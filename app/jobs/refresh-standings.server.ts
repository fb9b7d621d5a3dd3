import { bringStandingsUpTo } from '~/db/action-standings.server'
import type { Db } from '~/db/db.server'
import { calendarDateIn } from '~/domain/time/calendar-date'

/** Brings the kept standings up to today, so that the first reader of a day need not wait for it. */
export const refreshStandings = ({ db, now }: { db: Db; now: Date }): Promise<void> =>
  bringStandingsUpTo(calendarDateIn(now, 'Europe/London'), db)
