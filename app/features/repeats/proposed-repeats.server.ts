import { sql } from 'kysely'
import type { Db } from '~/db/db.server'
import type { LikelyRepeat } from '~/db/likely-repeats.server'
import { inspectionKindTitles, type InspectionKind } from '~/domain/inspection/kinds'
import { markedPieces, type Piece, stretchesBetween } from '~/domain/inspection/shared-words'
import { type CalendarDate, partsOf } from '~/domain/time/calendar-date'

/** A recommendation beside the one that it may repeat, with what both share marked. */
export interface Side {
  id: number
  pieces: Piece[]
  page: number | null
  /** "ILACS inspection, 2019" */
  inspection: string
}

export interface ProposedRepeat {
  earlier: Side
  later: Side
  /** why it is proposed */
  reason: string
  nearness: string
}

interface Row {
  id: number
  pair: number
  text: string
  marked: string
  page: number | null
  kind: InspectionKind
  inspectedFrom: CalendarDate
}

// Signs that stand in no text.
const [begin, end] = ['\uE000', '\uE001']

/** Likely repeats as a person decides about them. */
export async function proposedRepeats(
  db: Db,
  likely: readonly LikelyRepeat[],
): Promise<ProposedRepeat[]> {
  if (likely.length === 0) return []
  const ids = likely.flatMap(({ earlierId, laterId }) => [earlierId, laterId])
  const shared = likely.flatMap(({ common }) => [anyOf(common.stems), anyOf(common.stems)])
  const { rows } = await sql<Row>`
    select r.id, asked.pair, r.text, r.page, i.kind, i.inspected_from,
           ts_headline('pg_catalog.english', in_plain_type(r.text), asked.shared::tsquery,
             ${`HighlightAll=true, StartSel=${begin}, StopSel=${end}`}) as marked
      from unnest(${ids}::int[], ${shared}::text[]) with ordinality as asked (id, shared, pair)
      join recommendations r on r.id = asked.id
      join inspections i on i.id = r.inspection_id
     order by asked.pair`.execute(db)
  return likely.map((one, at) => ({
    earlier: sideOf(rows[2 * at]!, one),
    later: sideOf(rows[2 * at + 1]!, one),
    ...one.likeness,
  }))
}

/** A text search for any of these stems. */
const anyOf = (stems: readonly string[]): string =>
  stems.map((stem) => `'${stem.replace(/['\\]/g, '$&$&')}'`).join(' | ')

function sideOf(
  { id, text, marked, page, kind, inspectedFrom }: Row,
  { common }: LikelyRepeat,
): Side {
  return {
    id,
    pieces: markedPieces(text, stretchesBetween(marked, begin, end), [
      ...common.telling,
      ...common.broad,
    ]),
    page,
    inspection: `${inspectionKindTitles[kind]}, ${partsOf(inspectedFrom).year}`,
  }
}
