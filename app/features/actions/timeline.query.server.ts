import type { Context } from '~/auth/context.server'
import { bringStandingsUpTo } from '~/db/action-standings.server'
import type { Db } from '~/db/db.server'
import { allVisits } from '~/db/tables/visits.server'
import { type Clash, clashes } from '~/domain/plan/dependencies'
import { visitAhead } from '~/domain/plan/visits'
import type { CalendarDate } from '~/domain/time/calendar-date'
import type { RegisterFilter } from './register-filter'
import { type Place, placeWord } from './register-sort'
import { registerPage } from './register.query.server'
import { drawTimeline, type TimelineDrawing } from './draw-timeline'
import type { TimelineRow, TimelineVisit } from './timeline-rows'

export const rowsOfTimeline = 40

export interface TimelineView {
  today: CalendarDate
  filter: RegisterFilter
  rows: TimelineRow[]
  drawing: TimelineDrawing | undefined
  visit: TimelineVisit | undefined
  clashes: Clash[]
  next: string | undefined
  isLater: boolean
}

/** The dates of what the register shows, in the order in which it is due, against the next visit. */
export async function timelineView(
  context: Context,
  filter: RegisterFilter,
  after?: Place,
): Promise<TimelineView> {
  const { db, today } = context
  await bringStandingsUpTo(today, db)
  // What has no date cannot stand on a line of dates.
  const dated: RegisterFilter = { ...filter, dueFrom: filter.dueFrom ?? '2000-01-01' }
  const sort = { by: 'due', descending: false } as const
  const page = await registerPage(context, { filter: dated, sort, after }, rowsOfTimeline)
  const more = await datesOf(
    db,
    page.rows.map(({ id }) => id),
  )
  const rows = page.rows.flatMap((row): TimelineRow[] => {
    const { dueOn, originalDueOn } = row
    if (!dueOn || !originalDueOn) return []
    const dates = more.get(row.id) ?? { startOn: null, milestones: [], needs: [] }
    return [{ ...row, ...dates, dueOn, originalDueOn, isDelivered: row.deliveredOn !== null }]
  })
  const visit = visitAhead(await allVisits(db), today)
  return {
    today,
    filter,
    rows,
    drawing: rows.length > 0 ? drawTimeline({ rows, visit, today }) : undefined,
    visit,
    clashes: clashes(rows, visit),
    next: page.next && placeWord(page.next),
    isLater: after !== undefined,
  }
}

type Dates = Pick<TimelineRow, 'startOn' | 'milestones' | 'needs'>

async function datesOf(db: Db, ids: readonly number[]): Promise<Map<number, Dates>> {
  if (ids.length === 0) return new Map()
  const [actions, milestones, needs] = await Promise.all([
    db
      .selectFrom('actions')
      .where('id', 'in', [...ids])
      .select(['id', 'startOn'])
      .$narrowType<{ startOn: CalendarDate | null }>()
      .execute(),
    db
      .selectFrom('milestones')
      .where('actionId', 'in', [...ids])
      .orderBy('dueOn')
      .select(['actionId', 'dueOn', 'doneOn'])
      .$narrowType<{ dueOn: CalendarDate }>()
      .execute(),
    db
      .selectFrom('actionDependencies as d')
      .innerJoin('actions as a', 'a.id', 'd.needsId')
      .where('d.actionId', 'in', [...ids])
      .orderBy('a.id')
      .select(['d.actionId', 'a.id', 'a.dueOn', 'a.deliveredOn'])
      .$narrowType<{ dueOn: CalendarDate | null }>()
      .execute(),
  ])
  return new Map(
    actions.map(({ id, startOn }): [number, Dates] => [
      id,
      {
        startOn,
        milestones: milestones
          .filter(({ actionId }) => actionId === id)
          .map(({ dueOn, doneOn }) => ({ dueOn, isDone: doneOn !== null })),
        needs: needs
          .filter(({ actionId }) => actionId === id)
          .map((one) => ({ id: one.id, dueOn: one.dueOn, isDelivered: one.deliveredOn !== null })),
      },
    ]),
  )
}
