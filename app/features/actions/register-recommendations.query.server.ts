import { sql } from 'kysely'
import type { Context } from '~/auth/context.server'
import { idFrom } from '~/domain/id'
import type { CalendarDate } from '~/domain/time/calendar-date'
import { inspectionInWords } from './choices.query.server'
import { recommendationIn, referenceIn, type RegisterFilter } from './register-filter'
import { foundMarks, type Piece, piecesIn } from './register-passages.query.server'
import { searchFor } from './register-where.server'

/** A recommendation that says what is looked for, whether or not an action answers it. */
export interface FoundRecommendation {
  id: number
  pieces: Piece[]
  inspection: string
  /** how many actions answer it */
  actions: number
}

export interface FoundRecommendations {
  /** the first of them */
  shown: FoundRecommendation[]
  all: number
}

const mostShown = 5

/**
 * The recommendations whose own words say what is looked for. Of the filter only what speaks of
 * recommendations counts: who owns an action, or how it stands, leaves none of them out.
 */
export async function foundRecommendations(
  { db }: Context,
  q: string,
  { inspection, recommendation, area, outcome }: RegisterFilter,
): Promise<FoundRecommendations> {
  const reference = referenceIn(q)
  if (reference?.kind === 'a') return { shown: [], all: 0 }
  const query = searchFor(q)
  const wanted = [
    // Nothing is found by words that must not be there alone: nearly every text would be.
    reference
      ? sql`r.id = ${reference.id}`
      : sql`querytree(${query}) <> 'T' and to_tsvector('plan_words', r.text) @@ ${query}`,
    ...(inspection ? [sql`r.inspection_id = ${idFrom(inspection) ?? 0}`] : []),
    ...(recommendation ? [sql`r.id = ${recommendationIn(recommendation) ?? 0}`] : []),
    ...(area ? [sql`r.area = ${area}`] : []),
    ...(outcome ? [sql`r.national_framework @> ${[outcome]}::text[]`] : []),
  ]
  const { rows } = await sql<Row>`
    with found as (
      select r.id, r.text, r.inspection_id, count(*) over ()::integer as "all"
        from recommendations r where ${sql.join(wanted, sql` and `)}
       order by r.id limit ${mostShown}
    )
    select f.id, f."all", i.kind, i.inspected_to as "inspectedTo",
           ts_headline('plan_words', translate(f.text, ${foundMarks.join('')}, ''), ${query},
             ${`StartSel=${foundMarks[0]}, StopSel=${foundMarks[1]}, MaxWords=40, MinWords=25`}
               -- what is short is told in full, to its last stop
               || case when length(f.text) <= 300 then ', HighlightAll=true' else '' end) as passage,
           (select count(*) from action_recommendations ar
             where ar.recommendation_id = f.id)::integer as actions
      from found f join inspections i on i.id = f.inspection_id order by f.id`.execute(db)
  return {
    all: rows[0]?.all ?? 0,
    shown: rows.map(({ id, passage, kind, inspectedTo, actions }) => ({
      id,
      pieces: piecesIn(passage),
      inspection: inspectionInWords(kind, inspectedTo),
      actions,
    })),
  }
}

interface Row {
  id: number
  all: number
  passage: string
  kind: string
  inspectedTo: CalendarDate
  actions: number
}
