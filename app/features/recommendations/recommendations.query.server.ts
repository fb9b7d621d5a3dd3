import { sql } from 'kysely'
import type { Context } from '~/auth/context.server'
import { isOwned } from '~/db/owned.server'
import { threadsIn } from '~/db/threads.server'
import { daysInWords, inspectionName, shortAreaName } from '~/domain/inspection/names'
import {
  type RecommendationKind,
  recommendationKinds,
} from '~/domain/inspection/recommendation-kinds'
import { placeIn, timeOf } from '~/domain/inspection/threads'
import type { CalendarDate } from '~/domain/time/calendar-date'

/** Which recommendations are wanted; all where nothing is said or nothing is known by that name. */
export interface RecommendationsAsked {
  framework?: string | null
  area?: string | null
  kind?: string | null
  /** 'again': what an earlier inspection had told already */
  told?: string | null
}

export interface RecommendationsView {
  filter: { framework: string; area: string; kind: string; told: '' | 'again' }
  /** what there is to choose from */
  choices: {
    frameworks: string[]
    areas: { value: string; title: string }[]
    kinds: RecommendationKind[]
  }
  /** in the plan, whatever the filter */
  all: number
  total: number
  /** of those shown; what a later inspection told again is answered there */
  withoutAction: number
  /** of all in the plan */
  toldAgain: number
  inspections: {
    id: number
    name: string
    days: string
    recommendations: RecommendationRow[]
  }[]
}

export interface RecommendationRow {
  id: number
  /** 1 for the first time that the council was told it */
  timeTold: number
  /** a later inspection told it again, and it is answered there */
  isToldSince: boolean
  kind: RecommendationKind
  text: string
  areaName: string
  actions: number
  delivered: number
  withoutOwner: number
  withoutDate: number
}

/** Every recommendation, under the inspection that made it, newest first. */
export async function recommendationsView(
  { db }: Context,
  asked: RecommendationsAsked = {},
): Promise<RecommendationsView> {
  const [all, threads] = await Promise.all([everyRecommendation(db), threadsIn(db)])
  const timeTold = (id: number) => timeOf(threads.get(id), id)
  const isToldSince = (id: number) => placeIn(threads.get(id), id).carriedBy.length > 0
  const choices = choicesIn(all)
  const filter = {
    framework: choices.frameworks.find((one) => one === asked.framework) ?? '',
    area: choices.areas.find(({ value }) => value === asked.area)?.value ?? '',
    kind: choices.kinds.find((one) => one === asked.kind) ?? '',
    told: asked.told === 'again' ? asked.told : '',
  } as const
  const rows = all.filter(
    ({ id, nationalFramework, area, kind }) =>
      (filter.told === '' || timeTold(id) > 1) &&
      (filter.framework === '' || nationalFramework.includes(filter.framework)) &&
      (filter.area === '' || area === filter.area) &&
      (filter.kind === '' || kind === filter.kind),
  )
  const inspections = new Map<number, RecommendationsView['inspections'][number]>()
  for (const row of rows) {
    const { id, kind, text, area, actions, delivered, withoutOwner, withoutDate } = row
    const inspection = inspections.get(row.inspectionId) ?? {
      id: row.inspectionId,
      name: inspectionName({ kind: row.inspectionKind, council: row.council }),
      days: daysInWords(row.inspectedFrom as CalendarDate, row.inspectedTo as CalendarDate),
      recommendations: [],
    }
    inspections.set(row.inspectionId, inspection)
    inspection.recommendations.push({
      id,
      timeTold: timeTold(id),
      isToldSince: isToldSince(id),
      kind: kind as RecommendationKind,
      text,
      areaName: shortAreaName(area),
      actions,
      delivered,
      withoutOwner,
      withoutDate,
    })
  }
  return {
    filter,
    choices,
    all: all.length,
    total: rows.length,
    withoutAction: rows.filter(({ id, actions }) => actions === 0 && !isToldSince(id)).length,
    toldAgain: all.filter(({ id }) => timeTold(id) > 1).length,
    inspections: [...inspections.values()],
  }
}

const everyRecommendation = (db: Context['db']) =>
  db
    .selectFrom('recommendations as r')
    .innerJoin('inspections as i', 'i.id', 'r.inspectionId')
    .leftJoin('actionRecommendations as ar', 'ar.recommendationId', 'r.id')
    .leftJoin('actions as a', 'a.id', 'ar.actionId')
    // Every column by its name: the rows of a past day have no key that Postgres knows of.
    .groupBy(['r.id', 'r.kind', 'r.text', 'r.area', 'r.inspectionId', 'r.nationalFramework'])
    .groupBy(['r.position', 'i.id', 'i.kind', 'i.council', 'i.inspectedFrom', 'i.inspectedTo'])
    .orderBy('i.inspectedTo', 'desc')
    .orderBy('i.id', 'desc')
    .orderBy('r.position')
    .select(['r.id', 'r.kind', 'r.text', 'r.area', 'r.inspectionId', 'r.nationalFramework'])
    .select(['i.kind as inspectionKind', 'i.council', 'i.inspectedFrom', 'i.inspectedTo'])
    .select(({ fn }) => [
      fn.count<number>('a.id').as('actions'),
      fn.count<number>('a.deliveredOn').as('delivered'),
      fn
        .count<number>('a.id')
        .filterWhere(sql<boolean>`not ${isOwned()}`)
        .as('withoutOwner'),
      fn.count<number>('a.id').filterWhere('a.dueOn', 'is', null).as('withoutDate'),
    ])
    .execute()

type Every = Awaited<ReturnType<typeof everyRecommendation>>

function choicesIn(all: Every): RecommendationsView['choices'] {
  const distinct = <Value>(values: readonly Value[]): Value[] => [...new Set(values)]
  return {
    frameworks: distinct(all.flatMap(({ nationalFramework }) => nationalFramework)).sort(),
    areas: distinct(all.map(({ area }) => area))
      .sort()
      .map((value) => ({ value, title: shortAreaName(value) })),
    kinds: recommendationKinds.filter((kind) => all.some((one) => one.kind === kind)),
  }
}
