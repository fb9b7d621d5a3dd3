import { sql } from 'kysely'
import type { Context } from '~/auth/context.server'
import { frameworksIn } from '~/db/frameworks.server'
import type { Db } from '~/db/db.server'
import { reportImportFacts } from '~/db/tables/report-imports.server'
import { reportSource } from '~/db/tables/report-sources.server'
import type { Decision } from '~/domain/decision'
import { frameworkById } from '~/domain/inspection/frameworks'
import { inspectionKindTitles } from '~/domain/inspection/kinds'
import { shortAreaName } from '~/domain/inspection/names'
import {
  areasToChoose,
  type Details,
  type Draft,
  type DraftItem,
  type DraftStatement,
} from '~/domain/report/draft'
import {
  canMerge,
  draftProblems,
  isStillOpen,
  itemAfter,
  keptItems,
  passagesOf,
  wasEverAnItem,
} from '~/domain/report/proposal'
import { paragraphsKept } from '~/domain/report/statements'
import { otherCouncil } from '~/domain/report/other-council'
import { type CalendarDate, calendarDateIn } from '~/domain/time/calendar-date'
import { type Graded, graded } from './graded'
import {
  type EarlierRecommendation,
  earlierRecommendations,
} from './earlier-recommendations.server'
import { sourceView, type SourceView } from './source-view'

export interface ReportImportView {
  id: number
  revision: number
  isOpen: Decision
  today: CalendarDate
  originalName: string
  startedByName: string
  startedOn: CalendarDate
  /** the inspection that came of it, or of the same file brought before */
  inspectionId: number | undefined
  sameFile: { inspectionId: number | null; importId: number } | undefined
  details: Omit<Details, 'judgements'> & {
    kindTitle: string
    frameworkTitle: string | undefined
    judgements: (Graded & { grade: string })[]
  }
  /** what the details can be chosen from; areas and grades are those of the chosen framework */
  frameworks: { value: string; title: string }[]
  judgedAreas: { area: string; title: string }[]
  grades: { value: string; title: string }[]
  /** the areas that an item can stand under */
  areas: { value: string; title: string }[]
  warnings: string[]
  items: ProposedItem[]
  removed: ProposedItem[]
  /** what is confirmed one by one beside the recommendations */
  statements: ProposedStatement[]
  /** what a verdict can be on, under the inspection that told it */
  earlier: EarlierRecommendation[]
  /** paragraphs that will be kept, so that actions can cite them */
  paragraphs: number
  areasCovered: string[]
  problems: { at: string; sentence: string }[]
  /** the reader found nothing that must improve */
  hasNoSection: boolean
  everyPage: boolean
  source: SourceView
}

export interface ProposedItem extends Omit<DraftItem, 'madeOf' | 'revision' | 'removed'> {
  /** its place among the items that are kept, from 1 */
  number: number
  areaName: string | undefined
  /** the report's own words for it, each as it stands there */
  passages: string[]
  isMarked: boolean
  merge: Decision
  mergeWith: string | undefined
  /** what the form for splitting begins with: where it was merged, an empty line stands */
  splitText: string
}

export interface ProposedStatement extends Omit<DraftStatement, 'revision'> {
  /** its place after the items, so that each mark in the report has a number of its own */
  number: number
  isMarked: boolean
}

/** The proposal of one report beside its source. */
export async function reportImportView(
  { db, today }: Context,
  id: number,
  { everyPage = false, ownCouncil = '' }: { everyPage?: boolean; ownCouncil?: string } = {},
): Promise<ReportImportView | undefined> {
  const facts = await reportImportFacts(db, id)
  if (!facts) return undefined
  const { draft, reading } = facts
  const [about, source, frameworks] = await Promise.all([
    aboutImport(db, id),
    reportSource(db, facts.sourceId),
    frameworksIn(db),
  ])
  const elsewhere = otherCouncil(draft.details.council, ownCouncil)
  const framework = frameworkById(frameworks, draft.details.frameworkId ?? '')
  const kept = keptItems(draft)
  const numbered = draft.statements.map((one, at) => ({ ...one, number: kept.length + at + 1 }))
  const shown = sourceView(
    source,
    [
      ...kept.map(({ key, text }, at) => ({ key, number: at + 1, text })),
      ...numbered
        .filter(({ state }) => state !== 'set-aside')
        .map(({ key, number, quote }) => ({ key, number, text: quote })),
    ],
    { everyPage },
  )
  const proposed = (item: DraftItem, at: number) => proposedItem(draft, item, at + 1, shown.found)
  return {
    id,
    revision: draft.revision,
    isOpen: isStillOpen(facts),
    today,
    originalName: about.originalName,
    startedByName: about.startedByName,
    startedOn: calendarDateIn(facts.startedAt, 'Europe/London'),
    inspectionId: about.inspectionId ?? undefined,
    sameFile: await sameFile(db, id, facts.sourceId),
    details: {
      ...draft.details,
      kindTitle: inspectionKindTitles[draft.details.kind],
      frameworkTitle: framework?.title,
      judgements: draft.details.judgements.flatMap((judgement) =>
        graded(frameworks, draft.details.frameworkId, [judgement]).map((one) => ({
          ...one,
          grade: judgement.grade,
        })),
      ),
    },
    frameworks: frameworks.map(({ id: value, title }) => ({ value, title })),
    judgedAreas: framework?.areas.map(({ area, title }) => ({ area, title })) ?? [],
    grades: framework?.grades.map(({ grade: value, title }) => ({ value, title })) ?? [],
    areas: areasToChoose(draft.details, frameworks).map(({ area }) => ({
      value: area,
      title: shortAreaName(area),
    })),
    warnings: elsewhere ? [elsewhere, ...reading.warnings] : reading.warnings,
    items: kept.map(proposed),
    removed: draft.items.filter(({ removed }) => removed).map(proposed),
    statements: numbered.map(({ revision: _revision, ...one }) => ({
      ...one,
      isMarked: shown.found.has(one.key),
    })),
    earlier: draft.statements.some(({ means }) => means.kind === 'verdict')
      ? await earlierRecommendations(db, draft.details)
      : [],
    paragraphs: paragraphsKept(reading).length,
    areasCovered: reading.areasCovered ?? [],
    problems: draftProblems(draft, null, today, frameworks),
    hasNoSection: reading.recommendations.length === 0,
    everyPage,
    source: shown.view,
  }
}

function proposedItem(
  draft: Draft,
  item: DraftItem,
  number: number,
  found: ReadonlySet<string>,
): ProposedItem {
  const { madeOf, revision: _revision, removed: _removed, ...rest } = item
  return {
    ...rest,
    number,
    areaName: item.area ? shortAreaName(item.area) : undefined,
    passages: passagesOf(item.original),
    isMarked: found.has(item.key),
    merge: canMerge(draft, item.key),
    mergeWith: itemAfter(draft, item.key)?.key,
    splitText: madeOf?.map(({ text }) => text).join('\n\n') ?? item.text,
  }
}

const aboutImport = (db: Db, id: number) =>
  db
    .selectFrom('reportImports as r')
    .innerJoin('reportSources as s', 's.id', 'r.sourceId')
    .innerJoin('people as p', 'p.id', 'r.startedById')
    .leftJoin('inspections as i', 'i.importId', 'r.id')
    .where('r.id', '=', id)
    .select(['s.originalName', 'p.name as startedByName', 'i.id as inspectionId'])
    .executeTakeFirstOrThrow()

/** The same bytes, brought before and not set aside. */
const sameFile = (db: Db, id: number, sourceId: number) =>
  db
    .selectFrom('reportImports as r')
    .innerJoin('reportSources as s', 's.id', 'r.sourceId')
    .leftJoin('inspections as i', 'i.importId', 'r.id')
    .where('r.id', '<>', id)
    .where('r.discardedAt', 'is', null)
    .where('s.blobSha256', '=', (eb) =>
      eb.selectFrom('reportSources').where('id', '=', sourceId).select('blobSha256'),
    )
    .orderBy(sql`i.id is null`)
    .orderBy('r.id')
    .select(['i.id as inspectionId', 'r.id as importId'])
    .executeTakeFirst()

export interface ProposedItemView {
  proposal: ReportImportView
  /** undefined where somebody has merged it into another since the page was opened */
  item: ProposedItem | undefined
}

/** One item of a proposal, for the pages that edit and split it. */
export async function proposedItemView(
  context: Context,
  id: number,
  key: string,
): Promise<ProposedItemView | undefined> {
  const facts = await reportImportFacts(context.db, id)
  if (!facts || !wasEverAnItem(facts.draft, key)) return undefined
  const proposal = await reportImportView(context, id)
  if (!proposal) return undefined
  const item = [...proposal.items, ...proposal.removed].find((one) => one.key === key)
  return { proposal, item }
}
