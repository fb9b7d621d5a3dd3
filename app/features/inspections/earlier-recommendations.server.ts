import type { Db } from '~/db/db.server'
import { daysInWords, inspectionName } from '~/domain/inspection/names'
import type { Details } from '~/domain/report/draft'
import type { CalendarDate } from '~/domain/time/calendar-date'

export interface EarlierRecommendation {
  id: number
  text: string
  /** "ILACS inspection of Westmarsh, 4 to 15 March 2019" */
  toldBy: string
}

/** What this council was told by inspections that ended before this one began, the newest first. */
export async function earlierRecommendations(
  db: Db,
  { council, inspectedFrom }: Pick<Details, 'council' | 'inspectedFrom'>,
): Promise<EarlierRecommendation[]> {
  const rows = await db
    .selectFrom('recommendations as r')
    .innerJoin('inspections as i', 'i.id', 'r.inspectionId')
    .where((eb) => eb(eb.fn('lower', ['i.council']), '=', council.trim().toLowerCase()))
    .$if(inspectedFrom !== null, (query) => query.where('i.inspectedTo', '<', inspectedFrom))
    .orderBy('i.inspectedTo', 'desc')
    .orderBy('i.id', 'desc')
    .orderBy('r.position')
    .select(['r.id', 'r.text', 'i.kind', 'i.council', 'i.inspectedFrom', 'i.inspectedTo'])
    .execute()
  return rows.map((row) => ({
    id: row.id,
    text: row.text,
    toldBy: `${inspectionName(row)}, ${daysInWords(row.inspectedFrom as CalendarDate, row.inspectedTo as CalendarDate)}`,
  }))
}
