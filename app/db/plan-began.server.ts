import { sql } from 'kysely'
import { type CalendarDate, calendarDateIn } from '~/domain/time/calendar-date'
import type { Db } from './db.server'

/** The day of the first row of the plan that was ever recorded; undefined while there is none. */
export async function planBeganOn(db: Db): Promise<CalendarDate | undefined> {
  const { rows } = await sql<{ began: Date | null }>`
    select least(
      (select min(recorded_at) from public.inspections), (select min(recorded_at) from history.inspections),
      (select min(recorded_at) from public.actions), (select min(recorded_at) from history.actions),
      (select min(recorded_at) from public.measures), (select min(recorded_at) from history.measures),
      (select min(recorded_at) from public.visits), (select min(recorded_at) from history.visits)
    ) as began`.execute(db)
  const began = rows[0]?.began
  return began ? calendarDateIn(began, 'Europe/London') : undefined
}
