import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres'
import type { NamedPerson } from '~/domain/action/history'
import type { LinkedMeasure } from '~/domain/measure/effect'
import type { Figure } from '~/domain/measure/figure'
import { findingInShort } from '~/domain/measure/finding'
import {
  glanceOf,
  type MeasureFacts,
  type MeasureStanding,
  measureStanding,
} from '~/domain/measure/standing'
import type { CalendarDate } from '~/domain/time/calendar-date'
import type { Db } from './db.server'

/** A measure with everything by which it is judged. */
export interface RecordedMeasure extends MeasureFacts {
  definition: string
  source: string
  version: number
  ownerId: number | null
  owner: NamedPerson | null
  ownerLeft: boolean
  points: (MeasureFacts['points'][number] & {
    numerator: number | null
    denominator: number | null
    revision: number
  })[]
  recommendationIds: number[]
  actionIds: number[]
}

/** Measures with their facts, in the order of their ids; under asAt those of that moment. One query. */
export async function recordedMeasures(
  db: Db,
  only: { measureId?: number; isLinked?: true } = {},
): Promise<RecordedMeasure[]> {
  const rows = await db
    .selectFrom('measures as m')
    .$if(only.measureId !== undefined, (q) => q.where('m.id', '=', only.measureId!))
    .$if(only.isLinked === true, (q) =>
      q.where(({ exists, selectFrom }) =>
        exists(
          selectFrom('measureLinks as l')
            .whereRef('l.measureId', '=', 'm.id')
            .select('l.measureId'),
        ),
      ),
    )
    .orderBy('m.id')
    .select(['m.id', 'm.title', 'm.definition', 'm.unit', 'm.period as length', 'm.better'])
    .select(['m.source', 'm.version', 'm.ownerId'])
    .select((eb) => [
      jsonObjectFrom(
        eb
          .selectFrom('people as p')
          .whereRef('p.id', '=', 'm.ownerId')
          .select(['p.id', 'p.name', 'p.suspendedAt']),
      ).as('owner'),
      jsonArrayFrom(
        eb
          .selectFrom((latest) =>
            latest
              .selectFrom('measurePoints as p')
              .whereRef('p.measureId', '=', 'm.id')
              .distinctOn('p.periodFrom')
              .orderBy('p.periodFrom')
              .orderBy('p.revision', 'desc')
              .select([
                'p.periodFrom as from',
                'p.value',
                'p.numerator',
                'p.denominator',
                'p.revision',
              ])
              .as('latest'),
          )
          .where('latest.value', 'is not', null)
          .orderBy('latest.from')
          .selectAll(),
      ).as('points'),
      jsonArrayFrom(
        eb
          .selectFrom('measureTargets as t')
          .whereRef('t.measureId', '=', 'm.id')
          .orderBy('t.validFrom')
          .select(['t.validFrom', 't.value']),
      ).as('targets'),
      jsonArrayFrom(
        eb
          .selectFrom('measureBaselines as b')
          .whereRef('b.measureId', '=', 'm.id')
          .orderBy('b.periodFrom')
          .select('b.periodFrom'),
      ).as('baselines'),
      jsonArrayFrom(
        eb
          .selectFrom('measureLinks as l')
          .whereRef('l.measureId', '=', 'm.id')
          .orderBy('l.recommendationId')
          .orderBy('l.actionId')
          .select(['l.recommendationId', 'l.actionId']),
      ).as('links'),
    ])
    .execute()
  return rows.map(({ baselines, links, owner, ...measure }) => ({
    // the columns hold what the checks of the tables allow; dates come as ISO text
    ...(measure as unknown as RecordedMeasure),
    owner: owner && { id: owner.id, name: owner.name },
    ownerLeft: owner !== null && owner.suspendedAt !== null,
    cuts: baselines.map(({ periodFrom }) => periodFrom as CalendarDate),
    recommendationIds: links.flatMap(({ recommendationId }) => recommendationId ?? []),
    actionIds: links.flatMap(({ actionId }) => actionId ?? []),
  }))
}

export const measureById = async (db: Db, id: number): Promise<RecordedMeasure | undefined> =>
  (await recordedMeasures(db, { measureId: id }))[0]

/** The measures that are linked to something, as they stand on a day. */
export const linkedMeasures = (db: Db, today: CalendarDate): Promise<LinkedMeasure[]> =>
  judgedMeasures(db, today, { isLinked: true })

/** Measures as they stand on a day, with what they are linked to. */
export async function judgedMeasures(
  db: Db,
  today: CalendarDate,
  only: { isLinked?: true } = {},
): Promise<LinkedMeasure[]> {
  const measures = await recordedMeasures(db, only)
  return measures.map((measure) => judgedMeasure(measure, measureStanding(measure, today)))
}

/** A measure that stands so, with what it is linked to. */
export const judgedMeasure = (
  measure: RecordedMeasure,
  standing: MeasureStanding,
): LinkedMeasure => ({
  id: measure.id,
  title: measure.title,
  standing,
  finding: findingInShort(measure, standing),
  isNeutral: measure.better === 'neutral',
  glance: glanceOf(standing),
  actionIds: measure.actionIds,
  recommendationIds: measure.recommendationIds,
})

/** What stands in a period now: the figure, null where it was taken away. */
export interface PresentFigure {
  measureId: number
  from: CalendarDate
  revision: number
  figure: Figure | null
}

/** The latest revision of every period of these measures. */
export async function presentFigures(
  db: Db,
  measureIds: readonly number[],
): Promise<PresentFigure[]> {
  if (measureIds.length === 0) return []
  const rows = await db
    .selectFrom('measurePoints')
    .where('measureId', 'in', [...measureIds])
    .distinctOn(['measureId', 'periodFrom'])
    .orderBy('measureId')
    .orderBy('periodFrom')
    .orderBy('revision', 'desc')
    .select(['measureId', 'periodFrom', 'revision', 'value', 'numerator', 'denominator'])
    .execute()
  return rows.map(({ measureId, periodFrom, revision, value, numerator, denominator }) => ({
    measureId,
    from: periodFrom as CalendarDate,
    revision,
    figure:
      value === null
        ? null
        : {
            value: Number(value),
            parts:
              numerator === null || denominator === null
                ? null
                : { numerator: Number(numerator), denominator: Number(denominator) },
          },
  }))
}
