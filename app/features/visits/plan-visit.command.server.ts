import type { Context } from '~/auth/context.server'
import { inTransaction } from '~/db/db.server'
import { markLateMoves } from '~/db/late-moves.server'
import { recordEvent } from '~/db/tables/events.server'
import { setTestedRecommendations } from '~/db/tables/visit-recommendations.server'
import { insertVisit } from '~/db/tables/visits.server'
import { no, type Refusal } from '~/domain/decision'
import { canPlanVisit } from '~/domain/plan/visits'
import type { CalendarDate } from '~/domain/time/calendar-date'
import { areAmong, recommendationsToTest } from './choices.query.server'
import type { PlannedVisit } from './plan-visit.form'

/** Puts a visit that is expected into the plan. */
export async function planVisit(
  context: Context,
  { notAnIdentifier, recommendationIds, ...visit }: PlannedVisit,
): Promise<{ allowed: true; visitId: number } | Refusal> {
  const { actor, now } = context
  return inTransaction(context, async (tx) => {
    const inspection = await tx
      .selectFrom('inspections')
      .where('id', '=', visit.inspectionId)
      .select('inspectedTo')
      .executeTakeFirst()
    if (!inspection) return no('Choose the inspection from the list.')
    const decision = canPlanVisit(
      actor,
      { inspectedTo: inspection.inspectedTo as CalendarDate },
      visit,
    )
    if (!decision.allowed) return decision
    if (!areAmong(await recommendationsToTest(tx), recommendationIds)) {
      return no('Choose recommendations from the list.')
    }

    const visitId = await insertVisit(tx, {
      ...visit,
      plannedById: actor.personId,
      plannedAt: now,
    })
    await setTestedRecommendations(tx, visitId, recommendationIds)
    await markLateMoves(tx)
    const after = { ...visit, recommendations: recommendationIds }
    await recordEvent(tx, {
      what: 'visit.planned',
      subject: { kind: 'visit', id: visitId },
      actorId: actor.personId,
      happenedAt: now,
      after: notAnIdentifier ? { ...after, notAnIdentifier } : after,
    })
    return { allowed: true as const, visitId }
  })
}
