import type { Context } from '~/auth/context.server'
import { reportSource } from '~/db/tables/report-sources.server'
import { inspectionName } from '~/domain/inspection/names'
import { passagesOf } from '~/domain/report/proposal'
import { sourceView, type SourceView } from './source-view'

export interface InspectionSourceView {
  id: number
  name: string
  originalName: string
  source: SourceView
  /** recommendations whose words are not in the report */
  reworded: { id: number; text: string }[]
}

/** The report of an inspection as it is kept, with what the plan quotes from it marked. */
export async function inspectionSourceView(
  { db }: Context,
  id: number,
): Promise<InspectionSourceView | undefined> {
  const row = await db
    .selectFrom('inspections as i')
    .innerJoin('reportImports as r', 'r.id', 'i.importId')
    .innerJoin('reportSources as s', 's.id', 'r.sourceId')
    .where('i.id', '=', id)
    .select(['i.kind', 'i.council', 's.id as sourceId', 's.originalName'])
    .executeTakeFirst()
  if (!row) return undefined
  const recommendations = await db
    .selectFrom('recommendations')
    .where('inspectionId', '=', id)
    .orderBy('position')
    .select(['id', 'text', 'originalText', 'wording'])
    .execute()
  const { view } = sourceView(
    await reportSource(db, row.sourceId),
    recommendations.flatMap(({ id: number, text, originalText }) =>
      passagesOf(originalText ?? text).map((passage, at) => ({
        key: at === 0 ? String(number) : `${number}-${at + 1}`,
        number,
        text: passage,
      })),
    ),
    { everyPage: true },
  )
  return {
    id,
    name: inspectionName(row),
    originalName: row.originalName,
    source: view,
    reworded: recommendations.filter(({ wording }) => wording === 'reworded'),
  }
}
