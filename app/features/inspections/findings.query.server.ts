import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Context } from '~/auth/context.server'
import { isFoundBy } from '~/db/found-findings.server'
import { findingKinds, type FindingKind } from '~/domain/inspection/finding-kinds'
import { daysInWords, inspectionName, shortAreaName } from '~/domain/inspection/names'
import type { CalendarDate } from '~/domain/time/calendar-date'

export interface FindingsView {
  id: number
  name: string
  days: string
  hasSource: boolean
  filter: { q: string; area: string; kind: string }
  areas: { value: string; title: string }[]
  /** how many fit the filter */
  total: number
  findings: FindingRow[]
  isFirstPage: boolean
  /** the position after which the next page begins */
  after: number | undefined
}

export interface FindingRow {
  id: number
  kind: FindingKind
  paragraph: string | null
  heading: string
  areaName: string | undefined
  text: string
  page: number | null
  /** the actions that cite it */
  citedIn: { id: number; title: string }[]
}

const onePage = 100

/** What a report says beside its recommendations, in its order. `from` is the finding with which the page begins. */
export async function findingsView(
  { db }: Context,
  inspectionId: number,
  asked: { q: string; area: string; kind: string; after?: number; from?: number },
): Promise<FindingsView | undefined> {
  const inspection = await db
    .selectFrom('inspections')
    .where('id', '=', inspectionId)
    .select(['id', 'kind', 'council', 'inspectedFrom', 'inspectedTo', 'importId'])
    .executeTakeFirst()
  if (!inspection) return undefined
  const kind = findingKinds.find((one) => one === asked.kind) ?? ''
  const fitting = db
    .selectFrom('findings as f')
    .where('f.inspectionId', '=', inspectionId)
    .$if(asked.q !== '', (query) => query.where(isFoundBy(asked.q)))
    .$if(asked.area !== '', (query) => query.where('f.area', '=', asked.area))
    .$if(kind !== '', (query) => query.where('f.kind', '=', kind))
  const begin =
    asked.after ?? (asked.from ? await positionBefore(db, inspectionId, asked.from) : undefined)
  const [{ total }, rows, areas] = await Promise.all([
    fitting.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
    fitting
      .$if(begin !== undefined, (query) => query.where('f.position', '>', begin!))
      .orderBy('f.position')
      .limit(onePage + 1)
      .select(['f.id', 'f.kind', 'f.paragraph', 'f.heading', 'f.area', 'f.text', 'f.page'])
      .select((eb) => [
        'f.position',
        jsonArrayFrom(
          eb
            .selectFrom('actionFindings as af')
            .innerJoin('actions as a', 'a.id', 'af.actionId')
            .whereRef('af.findingId', '=', 'f.id')
            .orderBy('a.id')
            .select(['a.id', 'a.title']),
        ).as('citedIn'),
      ])
      .execute(),
    db
      .selectFrom('findings')
      .where('inspectionId', '=', inspectionId)
      .where('area', 'is not', null)
      .select('area')
      .distinct()
      .execute(),
  ])
  const shown = rows.slice(0, onePage)
  return {
    id: inspectionId,
    name: inspectionName(inspection),
    days: daysInWords(
      inspection.inspectedFrom as CalendarDate,
      inspection.inspectedTo as CalendarDate,
    ),
    hasSource: inspection.importId !== null,
    filter: { q: asked.q, area: asked.area, kind },
    areas: areas.map(({ area }) => ({ value: area!, title: shortAreaName(area!) })),
    total: Number(total),
    findings: shown.map(({ area, kind: of, position: _position, ...rest }) => ({
      ...rest,
      kind: of as FindingKind,
      areaName: area ? shortAreaName(area) : undefined,
    })),
    isFirstPage: begin === undefined,
    after: rows.length > onePage ? shown.at(-1)?.position : undefined,
  }
}

/** So that a link to one finding opens a page that holds it. */
async function positionBefore(
  db: Context['db'],
  inspectionId: number,
  findingId: number,
): Promise<number | undefined> {
  const row = await db
    .selectFrom('findings')
    .where('inspectionId', '=', inspectionId)
    .where('id', '=', findingId)
    .select('position')
    .executeTakeFirst()
  return row && row.position > onePage ? row.position - 1 : undefined
}
