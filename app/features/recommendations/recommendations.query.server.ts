import type { Context } from '~/auth/context.server'
import { daysInWords, inspectionName, shortAreaName } from '~/domain/inspection/names'
import type { RecommendationKind } from '~/domain/inspection/recommendation-kinds'
import type { CalendarDate } from '~/domain/time/calendar-date'

export interface RecommendationsView {
  total: number
  withoutAction: number
  inspections: {
    id: number
    name: string
    days: string
    recommendations: RecommendationRow[]
  }[]
}

export interface RecommendationRow {
  id: number
  kind: RecommendationKind
  text: string
  areaName: string
  actions: number
  delivered: number
  withoutOwner: number
  withoutDate: number
}

/** Every recommendation, under the inspection that made it, newest first. */
export async function recommendationsView({ db }: Context): Promise<RecommendationsView> {
  const rows = await db
    .selectFrom('recommendations as r')
    .innerJoin('inspections as i', 'i.id', 'r.inspectionId')
    .leftJoin('actionRecommendations as ar', 'ar.recommendationId', 'r.id')
    .leftJoin('actions as a', 'a.id', 'ar.actionId')
    .groupBy(['r.id', 'i.id'])
    .orderBy('i.inspectedTo', 'desc')
    .orderBy('i.id', 'desc')
    .orderBy('r.position')
    .select(['r.id', 'r.kind', 'r.text', 'r.area', 'r.inspectionId'])
    .select(['i.kind as inspectionKind', 'i.council', 'i.inspectedFrom', 'i.inspectedTo'])
    .select(({ fn }) => [
      fn.count<number>('a.id').as('actions'),
      fn.count<number>('a.deliveredOn').as('delivered'),
      fn.count<number>('a.id').filterWhere('a.ownerId', 'is', null).as('withoutOwner'),
      fn.count<number>('a.id').filterWhere('a.dueOn', 'is', null).as('withoutDate'),
    ])
    .execute()
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
    total: rows.length,
    withoutAction: rows.filter(({ actions }) => actions === 0).length,
    inspections: [...inspections.values()],
  }
}
