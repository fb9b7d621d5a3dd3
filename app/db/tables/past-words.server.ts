import { type RawBuilder, sql, type SqlBool } from 'kysely'
import type { CalendarDate } from '~/domain/time/calendar-date'
import type { Db, Tx } from '../db.server'
import { isHeld } from '../visible.server'
import { isChecked } from './virus-checks.server'

/** How much of what an action is found by: the plan's own words, what is shown to all, or all of it. */
export const reaches = ['plan', 'shown', 'all'] as const
export type Reach = (typeof reaches)[number]

// Each is as large as the words of one reach today.
const mostKept = 12

/**
 * Whether an action called `s` is found on a past day by what is looked for; lays down that day's words
 * first, where nobody has looked in them yet. Called under asAt, after standingsFor.
 */
export async function foundOnDay(
  then: Db,
  { day, reach, query }: { day: CalendarDate; reach: Reach; query: RawBuilder<unknown> },
): Promise<RawBuilder<SqlBool>> {
  await layDownOnce(then, day, reach)
  return foundInWords(
    sql`past_words where on_day = ${day} and reach = ${sql.lit(reach)}`,
    query,
    sql`(${query} && quote_literal(${dayWord(day, reach)})::tsquery)`,
  )
}

/**
 * Whether an action called `s` is found by its words: by the index, and of the few whose words fill more
 * than one part, in all of its parts together. What is asked of the index may name more than the query.
 */
export const foundInWords = (
  laidDown: RawBuilder<unknown>,
  query: RawBuilder<unknown>,
  asked = query,
): RawBuilder<SqlBool> =>
  sql<SqlBool>`s.action_id in (
    with in_parts as (select action_id from ${laidDown} and part > 0)
    select action_id from ${laidDown} and words @@ ${asked}
       and action_id not in (select action_id from in_parts)
    union all
    select action_id from ${laidDown} and action_id in (select action_id from in_parts)
     group by action_id having says_in_parts(array_agg(words), ${query}))`

/** Lays down the words of a past day, where they are not there yet. Called under asAt. */
export async function layDownOnce(then: Db, day: CalendarDate, reach: Reach): Promise<void> {
  if (await areThere(then, day, reach)) return
  await sql`select pg_advisory_xact_lock(hashtext('past_words'))`.execute(then)
  if (!(await areThere(then, day, reach))) await layDown(then as Tx, day, reach)
}

/** No text says it: a search never makes a word with a colon in it. */
const dayWord = (day: CalendarDate, reach: Reach) => `on:${day}:${reach}`

async function areThere(db: Db, day: CalendarDate, reach: Reach): Promise<boolean> {
  const { rows } =
    await sql`select from past_word_days where on_day = ${day} and reach = ${reach}`.execute(db)
  return rows.length > 0
}

const shelfOf: Record<Reach, number> = { plan: 0, shown: 1, all: 2 }

/** As lay_down_words lays down today's (migration 0061), from the rows of the day that is read. */
async function layDown(tx: Tx, day: CalendarDate, reach: Reach): Promise<void> {
  await sql`
    delete from past_word_days where (on_day, reach) in (
      select on_day, reach from past_word_days order by laid_at desc offset ${mostKept - 1})`.execute(
    tx,
  )
  await sql`insert into past_word_days (on_day, reach) values (${day}, ${reach})`.execute(tx)
  await sql`
    with pieces as (
      select a.id as action_id, 0 as shelf, 0 as place,
             to_tsvector('plan_words', concat_ws(' . ', a.title, a.outcome, a.success_measure)) as words
        from actions a
      union all
      select ar.action_id, 0, r.id, to_tsvector('plan_words', r.text)
        from action_recommendations ar join recommendations r on r.id = ar.recommendation_id
      union all
      select m.action_id, 0, m.id, to_tsvector('plan_words', m.title) from milestones m
      union all
      select u.action_id, 0, u.id, to_tsvector('plan_words', u.words) from updates u
      union all
      select ea.action_id, case when e.restricted then 2 else 1 end, e.id,
             to_tsvector('plan_words', concat_ws(' . ', e.title, e.shows, f.name)) || coalesce(t.words, '')
        from evidence_actions ea
        join evidence e on e.id = ea.evidence_id
        left join evidence_files f on f.evidence_id = e.id and not ${isHeld()} and ${isChecked()}
        left join evidence_file_texts t on t.file_id = f.id
       where ${shelfOf[reach]} > 0
    ), parts as (
      select action_id, words,
             sum(length(words)) over (
               partition by action_id order by shelf, place
               rows between unbounded preceding and current row) / 20000 as part
        from pieces where shelf <= ${shelfOf[reach]}
    )
    insert into past_words (on_day, reach, action_id, part, words)
    select ${day}, ${reach}, action_id, part,
           public.join_words(words) || array_to_tsvector(array[${dayWord(day, reach)}])
      from parts where action_id in (select id from public.actions) group by action_id, part`.execute(
    tx,
  )
}
