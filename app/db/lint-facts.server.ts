import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { placeIn } from '~/domain/inspection/threads'
import type { VisitKind } from '~/domain/inspection/visit-kinds'
import type { LintAction, LintFacts } from '~/domain/plan/lint'
import type { CalendarDate } from '~/domain/time/calendar-date'
import type { Db } from './db.server'
import { threadsIn } from './threads.server'

/** Everything that the plan is looked through for, the same wherever it is counted. */
export async function lintFacts(db: Db, today: CalendarDate): Promise<LintFacts> {
  const [{ recommendations, actions, visits }, threads] = await Promise.all([
    planAndVisits(db),
    threadsIn(db),
  ])
  return {
    today,
    recommendations: recommendations.map((one) => ({
      ...one,
      ...placeIn(threads.get(one.id), one.id),
    })),
    // The columns hold what the checks of the tables allow; dates come as ISO text.
    actions: actions as unknown as LintAction[],
    visits: visits as { id: number; kind: VisitKind; expectedFrom: CalendarDate }[],
  }
}

const planAndVisits = (db: Db) =>
  db
    .selectNoFrom((eb) => [
      jsonArrayFrom(
        eb.selectFrom('recommendations as r').orderBy('r.id').select(['r.id', 'r.text']),
      ).as('recommendations'),
      jsonArrayFrom(
        eb
          .selectFrom('actions as a')
          .leftJoin('people as owner', 'owner.id', 'a.ownerId')
          .orderBy('a.id')
          .select(['a.id', 'a.title', 'a.outcome', 'a.successMeasure', 'a.ownerId'])
          .select([
            'owner.name as ownerName',
            sql<boolean>`owner.suspended_at is not null`.as('ownerLeft'),
          ])
          .select(['a.dueOn', 'a.deliveredOn'])
          .select((action) => [
            action
              .selectFrom('milestones as m')
              .whereRef('m.actionId', '=', 'a.id')
              .select(({ fn }) => fn.countAll<number>().as('count'))
              .as('milestones'),
            jsonArrayFrom(
              action
                .selectFrom('measureLinks as l')
                .innerJoin('measures as measure', 'measure.id', 'l.measureId')
                .whereRef('l.actionId', '=', 'a.id')
                .orderBy('measure.id')
                .select('measure.title')
                .select(({ exists, selectFrom }) =>
                  exists(
                    selectFrom('measurePoints as p')
                      .whereRef('p.measureId', '=', 'measure.id')
                      .where('p.value', 'is not', null)
                      // A figure that was taken away stays, under the revision that did so.
                      .where((point) =>
                        point.not(
                          point.exists(
                            point
                              .selectFrom('measurePoints as later')
                              .whereRef('later.measureId', '=', 'p.measureId')
                              .whereRef('later.periodFrom', '=', 'p.periodFrom')
                              .whereRef('later.revision', '>', 'p.revision')
                              .select('later.revision'),
                          ),
                        ),
                      )
                      .select('p.measureId'),
                  ).as('isFollowed'),
                ),
            ).as('measures'),
            jsonArrayFrom(
              action
                .selectFrom('actionRecommendations as ar')
                .innerJoin('recommendations as of', 'of.id', 'ar.recommendationId')
                .whereRef('ar.actionId', '=', 'a.id')
                .select(['of.id', 'of.inspectionId']),
            ).as('recommendations'),
          ]),
      ).as('actions'),
      jsonArrayFrom(
        eb
          .selectFrom('visits as v')
          .where('v.heldFrom', 'is', null)
          .orderBy('v.expectedFrom')
          .select(['v.id', 'v.kind', 'v.expectedFrom']),
      ).as('visits'),
    ])
    .executeTakeFirstOrThrow()
