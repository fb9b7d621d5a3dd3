import { sql } from 'kysely'
import { type CalendarDate, calendarDateIn } from '~/domain/time/calendar-date'
import type { Db } from './db.server'

/** The day on which the plan begins: that of the first thing that happened to it; undefined while nothing has. */
export async function planBeganOn(db: Db): Promise<CalendarDate | undefined> {
  // People are invited before there is a plan.
  const first = await db
    .selectFrom('events')
    .where(
      'subjectKind',
      'in',
      sql<string>`('inspection', 'action', 'visit', 'measure', 'board-meeting')`,
    )
    .orderBy('happenedAt')
    .orderBy('id')
    .limit(1)
    .select('happenedAt')
    .executeTakeFirst()
  return first && calendarDateIn(first.happenedAt, 'Europe/London')
}
