import { sql } from 'kysely'
import { type CalendarDate, calendarDateIn } from '~/domain/time/calendar-date'
import type { Db } from './db.server'

/** Who saw to it, one after the other, the present one last; `since` the day that they had it from. */
export type SeenToBy = { name: string | null; since: CalendarDate }[]

/** The line of those who see to an item of a checklist or to a decision of the board, as history kept it. */
export async function seenToBy(
  db: Db,
  kept: 'checklist_items' | 'board_decisions',
  id: number,
): Promise<SeenToBy> {
  const { rows } = await sql<{ ownerId: number | null; name: string | null; since: Date }>`
    with ever as (
      select owner_id, recorded_at from ${sql.table(`public.${kept}`)} where id = ${id}
      union all
      select owner_id, recorded_at from ${sql.table(`history.${kept}`)} where id = ${id}
    ), changed as (
      select *, row_number() over (order by recorded_at) = 1
                or owner_id is distinct from lag(owner_id) over (order by recorded_at) as is_new
        from ever
    )
    select c.owner_id, p.name, c.recorded_at as since
      from changed c left join people p on p.id = c.owner_id
     where c.is_new order by c.recorded_at`.execute(db)
  return rows.map(({ name, since }) => ({ name, since: calendarDateIn(since, 'Europe/London') }))
}
