import { type Expression, type RawBuilder, sql, type SqlBool } from 'kysely'
import { evidenceVisibleTo } from '~/db/visible.server'
import type { Actor } from '~/domain/access/permissions'

/**
 * Whether the words looked for stood, on the past day that is read, in what this reader may see of an
 * action called `s`. Words are laid down for today only (decision 13): they tell which actions can
 * have said so then, namely those that say so now and those of which something was taken away or
 * changed since; what these said is read from that day's rows.
 */
export const saidThen = (actor: Actor, query: RawBuilder<unknown>): Expression<SqlBool> =>
  sql<SqlBool>`s.action_id in (
    with candidates as materialized (
      select w.action_id as id from public.action_words w
       where w.reach = 'all' and w.words @@ coalesce(nullif(querytree(${query}), 'T')::tsquery, ${query})
      union select a.id from actions a where querytree(${query}) = 'T'
      -- whose words have not been laid down since something happened to it
      union select now.action_id from public.action_standings now where now.holds_until = '-infinity'
      union select id from history.actions where superseded_at > (select as_at.moment())
      union select action_id from history.milestones where superseded_at > (select as_at.moment())
      union select action_id from history.action_recommendations where superseded_at > (select as_at.moment())
      union select action_id from history.evidence_actions where superseded_at > (select as_at.moment())
      union select ea.action_id from history.evidence h join evidence_actions ea on ea.evidence_id = h.id
             where h.superseded_at > (select as_at.moment())
      union select ea.action_id from history.evidence_files h join evidence_actions ea on ea.evidence_id = h.evidence_id
             where h.superseded_at > (select as_at.moment())
      union select ar.action_id from history.recommendations h
              join action_recommendations ar on ar.recommendation_id = h.id
             where h.superseded_at > (select as_at.moment())
    ), pieces as (
      -- One action after the other: the planner would else read all that was ever said of any.
      select c.id as action_id, said.text, said.words from candidates c cross join lateral (
        select concat_ws(' . ', a.title, a.outcome, a.success_measure) as text, null::tsvector as words
          from actions a where a.id = c.id
        union all
        select r.text, null
          from action_recommendations ar join recommendations r on r.id = ar.recommendation_id
         where ar.action_id = c.id
        union all
        select m.title, null from milestones m where m.action_id = c.id
        union all
        select u.words, null from updates u where u.action_id = c.id
        union all
        select concat_ws(' . ', e.title, e.shows, f.name), t.words
          from evidence_actions ea
          cross join lateral (select * from evidence where evidence.id = ea.evidence_id limit 1) e
          left join lateral (select f.id, f.name from evidence_files f where f.evidence_id = e.id) f on true
          left join evidence_file_texts t on t.file_id = f.id
         where ea.action_id = c.id and ${evidenceVisibleTo(actor)}
      ) said
    )
    select action_id from pieces group by action_id
    having public.join_words(to_tsvector('plan_words', text) || coalesce(words, '')) @@ ${query})`
