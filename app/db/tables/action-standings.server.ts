import { sql } from 'kysely'
import type { KeptStanding } from '~/domain/action/kept-standing'
import type { CalendarDate } from '~/domain/time/calendar-date'
import type { Db, Tx } from '../db.server'

/** What is derived of an action, and the days of which it is true. */
export interface DerivedStanding extends KeptStanding {
  actionId: number
  holdsFrom: CalendarDate
  holdsUntil: CalendarDate | 'infinity'
}

/** Some actions whose standing does not hold on the day `today`, by their ids; most often none. */
export async function outdatedStandings(
  db: Db,
  today: CalendarDate,
  limit: number,
): Promise<number[]> {
  const rows = await db
    .selectFrom('actionStandings')
    .where((eb) => eb.or([eb('holdsUntil', '<', today), eb('holdsFrom', '>', today)]))
    .orderBy('actionId')
    .limit(limit)
    .select('actionId')
    .execute()
  return rows.map(({ actionId }) => actionId)
}

/**
 * Makes everybody else who changes what these follow from wait. Lock, then read. Answers those that
 * something happened to, beside those whose days have merely passed.
 */
export async function lockStandings(tx: Tx, actionIds: readonly number[]): Promise<number[]> {
  const rows = await tx
    .selectFrom('actionStandings')
    .where('actionId', '=', sql<number>`any(${[...actionIds]}::integer[])`)
    .orderBy('actionId')
    .select(['actionId', 'holdsUntil'])
    .forUpdate()
    .execute()
  return rows.flatMap(({ actionId, holdsUntil }) => (holdsUntil === '-infinity' ? [actionId] : []))
}

/** Lays down the words that these actions are found by. */
export async function writeWords(tx: Tx, actionIds: readonly number[]): Promise<void> {
  if (actionIds.length === 0) return
  await sql`select lay_down_words(${[...actionIds]}::integer[])`.execute(tx)
}

/** What is kept of each action, as the column it stands in. */
const columns = [
  ...['holds_from', 'holds_until', 'delivery', 'delivery_rank', 'stated_delivery', 'differs'],
  ...['silent', 'assurance', 'assurance_rank', 'impact', 'impact_rank', 'brag', 'brag_rank'],
  ...['last_update_on', 'evidence_count', 'times_moved', 'days_slipped', 'title', 'owner_id'],
  ...['owner_name', 'owner_left', 'team_id', 'theme_id', 'due_on', 'original_due_on'],
  ...['is_delivered', 'recommendation_ids', 'inspection_ids', 'areas', 'national_framework'],
]
const listed = (of: (column: string) => string) => sql.raw(columns.map(of).join(', '))

/** What was derived with the copies that the register is narrowed and sorted by, as rows. */
const withCopies = (derived: readonly DerivedStanding[]) => sql`
  select a.id as action_id,
         k."holdsFrom" as holds_from, k."holdsUntil" as holds_until,
         k.delivery, k."deliveryRank" as delivery_rank, k."statedDelivery" as stated_delivery,
         k.differs, k.silent, k.assurance, k."assuranceRank" as assurance_rank,
         k.impact, k."impactRank" as impact_rank, k.brag, k."bragRank" as brag_rank,
         k."lastUpdateOn" as last_update_on, k."evidenceCount" as evidence_count,
         k."timesMoved" as times_moved, k."daysSlipped" as days_slipped,
         a.title, a.owner_id, o.name as owner_name, o.suspended_at is not null as owner_left,
         coalesce(a.team_id, o.team_id) as team_id, a.theme_id, a.due_on, a.original_due_on,
         a.delivered_on is not null as is_delivered,
         coalesce(r.ids, '{}') as recommendation_ids, coalesce(r.inspections, '{}') as inspection_ids,
         coalesce(r.areas, '{}') as areas, coalesce(r.outcomes, '{}') as national_framework
    from jsonb_to_recordset(${JSON.stringify(derived)}::jsonb) as k (
        "actionId" integer, "holdsFrom" date, "holdsUntil" date,
        delivery text, "deliveryRank" smallint, "statedDelivery" text, differs boolean, silent boolean,
        assurance text, "assuranceRank" smallint, impact text, "impactRank" smallint,
        brag text, "bragRank" smallint, "lastUpdateOn" date, "evidenceCount" integer,
        "timesMoved" integer, "daysSlipped" integer)
      join actions a on a.id = k."actionId"
      left join people o on o.id = a.owner_id
      left join lateral (
        select array_agg(distinct r.id) as ids,
               array_agg(distinct r.inspection_id) as inspections,
               array_agg(distinct r.area) as areas,
               array_agg(distinct outcome) filter (where outcome is not null) as outcomes
          from action_recommendations ar
          join recommendations r on r.id = ar.recommendation_id
          left join lateral unnest(r.national_framework) as outcome on true
         where ar.action_id = a.id) r on true`

/** Writes what was derived. */
export async function writeStandings(tx: Tx, derived: readonly DerivedStanding[]): Promise<void> {
  await sql`
    update action_standings s set ${listed((column) => `${column} = f.${column}`)}
      from (${withCopies(derived)}) f where s.action_id = f.action_id`.execute(tx)
}

/**
 * Has standings derived anew before the register is next read: those of some actions, or of all where
 * a rule itself has changed, such as the council's table of colours.
 */
export async function recomputeStandings(
  tx: Tx,
  only: { actionIds?: readonly number[] } = {},
): Promise<void> {
  await tx
    .updateTable('actionStandings')
    .set({ holdsFrom: 'infinity' })
    .where('holdsFrom', '<', 'infinity')
    .$if(only.actionIds !== undefined, (query) =>
      query.where('actionId', '=', sql<number>`any(${[...only.actionIds!]}::integer[])`),
    )
    .execute()
}

// A transaction that acts at the last moment of a day is over by then.
const settledAfter = '10 minutes'
const mostDaysKept = 60

/** Whether the standings of the end of a past day are there. */
export async function isPastDayThere(db: Db, day: CalendarDate): Promise<boolean> {
  const { rows } = await sql`
    select from past_days where on_day = ${day} and derived_at > timezone('Europe/London', (on_day + 1)::timestamp)
      + ${settledAfter}::interval`.execute(db)
  return rows.length > 0
}

/** Only one derives a past day: who asks for it at the same time waits here until it is there. */
export const waitForPastDay = (tx: Tx, day: CalendarDate): Promise<unknown> =>
  sql`select pg_advisory_xact_lock(hashtext('past_days'), ${day}::date - '2000-01-01'::date)`.execute(
    tx,
  )

/** Makes room for the standings of a past day, and lets go of the days derived longest ago. */
export async function beginPastDay(tx: Tx, day: CalendarDate): Promise<void> {
  await sql`
    delete from past_days where on_day = ${day} or on_day in (
      select on_day from past_days order by derived_at desc offset ${mostDaysKept - 1})`.execute(tx)
  await sql`insert into past_days (on_day) values (${day})`.execute(tx)
}

/** Writes what was derived for the end of a past day. The copies are taken from that day's rows. */
export async function writePastStandings(
  tx: Tx,
  day: CalendarDate,
  derived: readonly DerivedStanding[],
): Promise<void> {
  const all = listed((column) => column)
  await sql`
    insert into past_standings (on_day, action_id, ${all})
    select ${day}, f.action_id, ${listed((column) => `f.${column}`)} from (${withCopies(derived)}) f`.execute(
    tx,
  )
}
