import { sql } from 'kysely'
import { placeIn } from '~/domain/inspection/threads'
import type { HeldBackFacts, StandingAnswer } from '~/domain/plan/held-back'
import type { CalendarDate } from '~/domain/time/calendar-date'
import { bringStandingsUpTo } from './action-standings.server'
import type { Db } from './db.server'
import { linkedMeasures } from './measure-facts.server'
import { threadsIn } from './threads.server'

/** What tells which recommendations hold the plan back on the day `today`, from the kept standings. */
export async function heldBackFacts(db: Db, today: CalendarDate): Promise<HeldBackFacts> {
  await bringStandingsUpTo(today, db)
  const [recommendations, threads, answers, measures] = await Promise.all([
    db.selectFrom('recommendations').orderBy('id').select('id').execute(),
    threadsIn(db),
    // Of ten thousand actions, what stands alike for one recommendation is one row.
    sql<StandingAnswer>`
      select distinct answered as "recommendationId", s.is_delivered as "isDelivered",
             s.delivery, s.assurance, s.impact
        from action_standings s, unnest(s.recommendation_ids) as answered`.execute(db),
    linkedMeasures(db, today),
  ])
  const wrong = measures.filter(({ standing }) => standing.isWrongWay)
  const byAction = await answersOf(db, [...new Set(wrong.flatMap(({ actionIds }) => actionIds))])
  return {
    recommendations: recommendations.map(({ id }) => ({ id, ...placeIn(threads.get(id), id) })),
    answers: answers.rows,
    wrongWay: wrong.map(({ recommendationIds, actionIds }) => ({
      recommendationIds,
      answers: byAction.filter(({ actionId }) => actionIds.includes(actionId)),
    })),
  }
}

/** Which recommendations these actions answer. */
async function answersOf(
  db: Db,
  actionIds: readonly number[],
): Promise<{ actionId: number; recommendationId: number; isDelivered: boolean }[]> {
  if (actionIds.length === 0) return []
  return db
    .selectFrom('actionRecommendations as ar')
    .innerJoin('actions as a', 'a.id', 'ar.actionId')
    .where('a.id', 'in', [...actionIds])
    .select(['a.id as actionId', 'ar.recommendationId'])
    .select(sql<boolean>`a.delivered_on is not null`.as('isDelivered'))
    .execute()
}
