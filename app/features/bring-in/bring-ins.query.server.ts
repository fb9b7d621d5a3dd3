import { sql } from 'kysely'
import type { Context } from '~/auth/context.server'
import { type CalendarDate, calendarDateIn } from '~/domain/time/calendar-date'

export interface BringInsView {
  /** what somebody has begun and nobody has finished */
  waiting: BringInLine[]
  done: BringInLine[]
}

export interface BringInLine {
  id: number
  name: string
  startedByName: string
  startedOn: CalendarDate
  /** where it has been brought in: when, and how many actions came of it */
  confirmedOn: CalendarDate | undefined
  actions: number
}

/** The old plans that wait or have been brought in, the newest first. */
export async function bringInsView({ db }: Context): Promise<BringInsView> {
  const rows = await db
    .selectFrom('bringIns as b')
    .innerJoin('people as p', 'p.id', 'b.startedById')
    .where('b.discardedAt', 'is', null)
    .orderBy('b.id', 'desc')
    .limit(200)
    .select(['b.id', 'b.originalName', 'p.name', 'b.startedAt', 'b.confirmedAt'])
    .select(
      sql<number>`(select count(*) from action_sources s where s.bring_in_id = b.id)`.as('actions'),
    )
    .execute()
  const lines = rows.map(
    ({ id, originalName, name, startedAt, confirmedAt, actions }): BringInLine => ({
      id,
      name: originalName,
      startedByName: name,
      startedOn: calendarDateIn(startedAt, 'Europe/London'),
      confirmedOn: confirmedAt ? calendarDateIn(confirmedAt, 'Europe/London') : undefined,
      actions,
    }),
  )
  return {
    waiting: lines.filter(({ confirmedOn }) => !confirmedOn),
    done: lines.filter(({ confirmedOn }) => confirmedOn),
  }
}
