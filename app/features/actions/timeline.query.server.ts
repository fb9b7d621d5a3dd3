import { sql } from 'kysely'
import type { Context } from '~/auth/context.server'
import { standingsFor } from '~/db/action-standings.server'
import type { Db } from '~/db/db.server'
import { allVisits } from '~/db/tables/visits.server'
import { type Clash, clashes, type PlannedDates, weekBefore } from '~/domain/plan/dependencies'
import { visitAhead } from '~/domain/plan/visits'
import { addDays, type CalendarDate } from '~/domain/time/calendar-date'
import type { RegisterFilter } from './register-filter'
import { type Place, placeWord } from './register-sort'
import { conditionsOf } from './register-where.server'
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
  /** how many actions with a date there are, on this page and on the others */
  count: number
  /** over all of them */
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
  await standingsFor(context)
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
    count: await countOf(context, dated),
    clashes: clashes(await mayClash(context, dated, visit), visit),
    next: page.next && placeWord(page.next),
    isLater: after !== undefined,
  }
}

async function countOf(context: Context, filter: RegisterFilter): Promise<number> {
  const conditions = await conditionsOf(context, filter)
  const { count } = await context.db
    .selectFrom('actionStandings as s')
    .where((eb) => eb.and(conditions.map((condition) => condition(eb))))
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** Of everything that the filter lets through: what waits for something, and what is due before the visit. */
async function mayClash(
  context: Context,
  filter: RegisterFilter,
  visit: TimelineVisit | undefined,
): Promise<PlannedDates[]> {
  const { db } = context
  const conditions = await conditionsOf(context, filter)
  const actions = await db
    .selectFrom('actionStandings as s')
    .where((eb) => eb.and(conditions.map((condition) => condition(eb))))
    .where('s.isDelivered', '=', false)
    .where((eb) =>
      eb.or([
        eb.exists(
          eb
            .selectFrom('actionDependencies as d')
            .whereRef('d.actionId', '=', 's.actionId')
            .select('d.needsId'),
        ),
        ...(visit
          ? [
              eb.and([
                eb('s.dueOn', '<', visit.expectedFrom),
                eb('s.dueOn', '>=', addDays(visit.expectedFrom, -weekBefore)),
              ]),
            ]
          : []),
      ]),
    )
    .orderBy('s.dueOn')
    .orderBy('s.actionId')
    .select(['s.actionId as id', 's.ownerName', 's.dueOn', 's.isDelivered'])
    .execute()
  const needs = await needsOf(
    db,
    actions.map(({ id }) => id),
  )
  // the filter lets through only what has a date
  return actions.map((one) => ({
    ...one,
    dueOn: one.dueOn as CalendarDate,
    needs: needs.get(one.id) ?? [],
  }))
}

type Needs = TimelineRow['needs']

/** What each of these waits for. */
async function needsOf(db: Db, ids: readonly number[]): Promise<Map<number, Needs>> {
  const rows = await db
    .selectFrom('actionDependencies as d')
    .innerJoin('actions as a', 'a.id', 'd.needsId')
    .where('d.actionId', '=', sql<number>`any(${[...ids]}::integer[])`)
    .orderBy('a.id')
    .select(['d.actionId', 'a.id', 'a.dueOn', 'a.deliveredOn'])
    .$narrowType<{ dueOn: CalendarDate | null }>()
    .execute()
  const needs = new Map<number, Needs>()
  for (const { actionId, id, dueOn, deliveredOn } of rows) {
    const before = needs.get(actionId) ?? []
    needs.set(actionId, [...before, { id, dueOn, isDelivered: deliveredOn !== null }])
  }
  return needs
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
    needsOf(db, ids),
  ])
  return new Map(
    actions.map(({ id, startOn }): [number, Dates] => [
      id,
      {
        startOn,
        milestones: milestones
          .filter(({ actionId }) => actionId === id)
          .map(({ dueOn, doneOn }) => ({ dueOn, isDone: doneOn !== null })),
        needs: needs.get(id) ?? [],
      },
    ]),
  )
}
