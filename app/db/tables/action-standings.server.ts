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

/** Writes what was derived, and takes the copies that the register is narrowed and sorted by. */
export async function writeStandings(tx: Tx, derived: readonly DerivedStanding[]): Promise<void> {
  await sql`
    update action_standings s set
      holds_from = k."holdsFrom", holds_until = k."holdsUntil",
      delivery = k.delivery, delivery_rank = k."deliveryRank", stated_delivery = k."statedDelivery",
      differs = k.differs, silent = k.silent,
      assurance = k.assurance, assurance_rank = k."assuranceRank",
      impact = k.impact, impact_rank = k."impactRank", brag = k.brag, brag_rank = k."bragRank",
      last_update_on = k."lastUpdateOn", evidence_count = k."evidenceCount",
      times_moved = k."timesMoved", days_slipped = k."daysSlipped",
      title = a.title, owner_id = a.owner_id, owner_name = o.name,
      owner_left = o.suspended_at is not null,
      team_id = coalesce(a.team_id, o.team_id), theme_id = a.theme_id,
      due_on = a.due_on, original_due_on = a.original_due_on,
      is_delivered = a.delivered_on is not null,
      recommendation_ids = coalesce(r.ids, '{}'), inspection_ids = coalesce(r.inspections, '{}'),
      areas = coalesce(r.areas, '{}'), national_framework = coalesce(r.outcomes, '{}')
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
         where ar.action_id = a.id) r on true
    where s.action_id = a.id`.execute(tx)
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
