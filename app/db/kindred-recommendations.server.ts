/** Recommendations that speak of the same things as some words do, by Postgres' own reading of English. */
import { sql } from 'kysely'
import type { CalendarDate } from '~/domain/time/calendar-date'
import type { Db } from './db.server'

export interface Kindred {
  /** which of the texts, from 0 */
  at: number
  recommendationId: number
  /** the words that both have, as the recommendation writes them, the rarest first */
  words: string[]
  /** 0 to 1: how much of what sets the recommendation apart from the others stands in the text */
  share: number
}

/**
 * For each of the texts, the recommendations told to this council by inspections that ended before a day,
 * with the words that both have. A word counts for more the fewer recommendations have it, so that
 * "children" and "quality" say little and "supervision" says much.
 */
export async function kindredRecommendations(
  db: Db,
  texts: readonly string[],
  { council, before }: { council: string; before: CalendarDate | null },
): Promise<Kindred[]> {
  if (texts.length === 0) return []
  const { rows } = await sql<Kindred>`
    with told as (
      select r.id, r.text
        from recommendations r join inspections i on i.id = r.inspection_id
       where lower(i.council) = lower(${council.trim()})
         and (${before}::date is null or i.inspected_to < ${before}::date)
    ), their_words as (
      select t.id, word, lexeme
        from told t,
             lateral (select distinct lower(token) as word from ts_parse('default', t.text)) tokens,
             lateral (select (ts_lexize('english_stem', word))[1] as lexeme) stem
       where lexeme is not null and length(lexeme) > 2
    ), weights as (
      select lexeme, ln((1 + (select count(*) from told)) / count(distinct id)::float) as weight
        from their_words group by lexeme
    ), wholes as (
      select id, sum(weight) as whole
        from (select distinct id, lexeme from their_words) one join weights using (lexeme) group by id
    ), said as (
      select (at - 1)::int as at, lexeme
        from unnest(${texts as string[]}::text[]) with ordinality as s(said, at),
             lateral unnest(to_tsvector('english', said)) as v(lexeme)
    ), shared as (
      select said.at, w.id, w.lexeme, min(w.word) as word, weight
        from said join their_words w using (lexeme) join weights using (lexeme)
       group by said.at, w.id, w.lexeme, weight
    )
    select at, id as "recommendationId",
           array_agg(word order by weight desc, word) as words,
           coalesce(sum(weight) / nullif(whole, 0), 0)::float as share
      from shared join wholes using (id)
     group by at, id, whole
     order by at, share desc, id`.execute(db)
  return rows
}
