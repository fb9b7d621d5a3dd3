import { sql } from 'kysely'
import type { Context } from '~/auth/context.server'
import { bytesMayBeGivenTo } from '~/db/tables/virus-checks.server'
import { evidenceVisibleTo, isHeld } from '~/db/visible.server'
import { recommendationRef } from '~/domain/plan/references'
import { searchFor } from './register-where.server'

/** Where the words looked for stand: a few words around them, those that were found apart. */
export interface Passage {
  /** "Update", "Evidence: Audit, October" */
  where: string
  pieces: Piece[]
}

/** Some words of a text, apart where they are what was looked for. */
export interface Piece {
  text: string
  isFound: boolean
}

// Characters that no text means anything by, to tell what was found.
export const foundMarks = ['\uE000', '\uE001'] as const
const [opens, closes] = foundMarks

/**
 * For each of these actions the text that answers best: its own words, a recommendation, a milestone,
 * an update, or evidence that the reader may see. Only for the actions of one page.
 */
export async function passagesFor(
  { db, actor }: Context,
  actionIds: readonly number[],
  q: string,
): Promise<Record<number, Passage>> {
  if (actionIds.length === 0) return {}
  const query = searchFor(q)
  // The words of a query may stand in different texts: a passage has at least one of them.
  const { rows } = await sql<{ actionId: number; kind: string; name: string; passage: string }>`
    with asked as (
      select ${query} as every,
             replace(regexp_replace(nullif(querytree(${query}), 'T'), '<(-|\\d+)>', '|', 'g'), '&', '|')
               ::tsquery as any_of
    )
    select best.action_id as "actionId", best.kind, best.name,
           ts_headline('plan_words', translate(best.text, ${opens + closes}, ''), asked.any_of,
             ${`StartSel=${opens}, StopSel=${closes}, MaxWords=24, MinWords=12, MaxFragments=1`}) as passage
      from asked, unnest(${[...actionIds]}::integer[]) as page (id)
      join lateral (
        select texts.* from (
          select a.id as action_id, 'title' as kind, '' as name, a.title as text, 0 as rank
            from actions a where a.id = page.id
          union all
          select a.id, 'action', '', concat_ws(' ', a.outcome, a.success_measure), 1
            from actions a where a.id = page.id
          union all
          select ar.action_id, 'recommendation', r.id::text, r.text, 2
            from action_recommendations ar join recommendations r on r.id = ar.recommendation_id
           where ar.action_id = page.id
          union all
          select m.action_id, 'milestone', '', m.title, 3 from milestones m where m.action_id = page.id
          union all
          select u.action_id, 'update', '', u.words, 4 from updates u where u.action_id = page.id
          union all
          select ea.action_id, 'evidence', e.title,
                 concat_ws(' ', e.title, e.shows, (
                   select string_agg(concat_ws(' ', f.name, t.text), ' ')
                     from evidence_files f left join evidence_file_texts t on t.file_id = f.id
                    where f.evidence_id = e.id and not ${isHeld()} and ${bytesMayBeGivenTo(actor)})), 5
            from evidence_actions ea
            -- Lateral with a limit: on a past day the planner would else read all evidence for each action.
            cross join lateral (select * from evidence where evidence.id = ea.evidence_id limit 1) e
           where ea.action_id = page.id and ${evidenceVisibleTo(actor)}
        ) texts
        where to_tsvector('plan_words', texts.text) @@ asked.any_of
        order by to_tsvector('plan_words', texts.text) @@ asked.every desc, texts.rank
        limit 1
      ) best on true
     where asked.any_of is not null and numnode(asked.any_of) > 0`.execute(db)
  return Object.fromEntries(
    rows.map(({ actionId, kind, name, passage }) => [
      actionId,
      { where: titleOf(kind, name), pieces: piecesIn(passage) },
    ]),
  )
}

function titleOf(kind: string, name: string): string {
  if (kind === 'recommendation') return recommendationRef(Number(name))
  if (kind === 'evidence') return `Evidence: ${name}`
  return { title: 'Action', action: 'Action', milestone: 'Milestone', update: 'Update' }[kind]!
}

/** A passage in which Postgres marked what was found, taken apart. */
export function piecesIn(passage: string): Piece[] {
  return passage.split(opens).flatMap((part, at) => {
    if (at === 0) return part ? [{ text: part, isFound: false }] : []
    const [found = '', after = ''] = part.split(closes)
    return [{ text: found, isFound: true }, ...(after ? [{ text: after, isFound: false }] : [])]
  })
}
