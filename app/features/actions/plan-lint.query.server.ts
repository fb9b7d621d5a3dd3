import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Context } from '~/auth/context.server'
import type { Db } from '~/db/db.server'
import { threadsIn } from '~/db/threads.server'
import { placeIn } from '~/domain/inspection/threads'
import type { VisitKind } from '~/domain/inspection/visit-kinds'
import {
  type LintAction,
  lintCounts,
  type LintFacts,
  type LintKind,
  type LintNote,
  planLint,
} from '~/domain/plan/lint'
import type { CalendarDate } from '~/domain/time/calendar-date'

export interface PlanLintView {
  /** How many of each kind there are, those without one left out. */
  counts: { kind: LintKind; count: number }[]
  notes: LintNote[]
  /** the kind that alone is shown; undefined for all */
  only: LintKind | undefined
}

/** What makes the plan hard to follow, all of it, asked for at once. */
export async function planLintView(
  { db, today }: Context,
  only: LintKind | undefined,
): Promise<PlanLintView> {
  const [facts, threads] = await Promise.all([lintFacts(db, today), threadsIn(db)])
  const recommendations = facts.recommendations.map((one) => ({
    ...one,
    ...placeIn(threads.get(one.id), one.id),
  }))
  const notes = planLint({ ...facts, recommendations })
  return {
    counts: lintCounts(notes),
    notes: notes.filter((one) => !only || one.kind === only),
    only,
  }
}

async function lintFacts(db: Db, today: CalendarDate): Promise<LintFacts> {
  const { recommendations, actions, visits } = await db
    .selectNoFrom((eb) => [
      jsonArrayFrom(
        eb.selectFrom('recommendations as r').orderBy('r.id').select(['r.id', 'r.text']),
      ).as('recommendations'),
      jsonArrayFrom(
        eb
          .selectFrom('actions as a')
          .orderBy('a.id')
          .select(['a.id', 'a.title', 'a.outcome', 'a.successMeasure', 'a.ownerId'])
          .select(['a.dueOn', 'a.deliveredOn'])
          .select((action) => [
            action
              .selectFrom('milestones as m')
              .whereRef('m.actionId', '=', 'a.id')
              .select(({ fn }) => fn.countAll<number>().as('count'))
              .as('milestones'),
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
  return {
    today,
    recommendations,
    // The columns hold what the checks of the tables allow; dates come as ISO text.
    actions: actions as unknown as LintAction[],
    visits: visits as { id: number; kind: VisitKind; expectedFrom: CalendarDate }[],
  }
}
