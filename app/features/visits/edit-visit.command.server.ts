import type { Context } from '~/auth/context.server'
import { inTransaction } from '~/db/db.server'
import { markLateMoves } from '~/db/late-moves.server'
import { recordEvent } from '~/db/tables/events.server'
import {
  setTestedRecommendations,
  testedRecommendations,
} from '~/db/tables/visit-recommendations.server'
import { lockVisit, updateVisit, type VisitFacts, visitById } from '~/db/tables/visits.server'
import { type Decision, no, yes } from '~/domain/decision'
import { canEditVisit } from '~/domain/plan/visits'
import { areAmong, recommendationsToTest } from './choices.query.server'
import type { VisitEdit } from './edit-visit.form'

/**
 * Changes what is known of a visit. Where somebody else changed it meanwhile nothing is saved: the page
 * shows what they saved, with what she typed.
 */
export async function editVisit(
  context: Context,
  visitId: number,
  { version, notAnIdentifier, recommendationIds, ...columns }: VisitEdit,
): Promise<Decision | undefined> {
  const { actor, now } = context
  return inTransaction(context, async (tx) => {
    await lockVisit(tx, visitId)
    const visit = await visitById(tx, visitId)
    if (!visit) return undefined
    const tested = await testedRecommendations(tx, visitId)

    const decision = canEditVisit(actor, visit, columns)
    if (!decision.allowed) return decision
    if (visit.version !== version) {
      return no('Somebody else changed this visit while you were typing. Look, and save again.')
    }
    const added = recommendationIds.filter((id) => !tested.includes(id))
    if (!areAmong(await recommendationsToTest(tx), added)) {
      return no('Choose recommendations from the list.')
    }

    const { before, after } = differences(
      { ...known(visit), recommendations: tested },
      { ...columns, recommendations: [...recommendationIds].sort((a, b) => a - b) },
    )
    if (Object.keys(after).length === 0) return yes
    await updateVisit(tx, visitId, columns)
    await markLateMoves(tx)
    await setTestedRecommendations(tx, visitId, recommendationIds)
    await recordEvent(tx, {
      what: 'visit.edited',
      subject: { kind: 'visit', id: visitId },
      actorId: actor.personId,
      happenedAt: now,
      before,
      after: notAnIdentifier ? { ...after, notAnIdentifier } : after,
    })
    return yes
  })
}

const known = (visit: VisitFacts) => ({
  kind: visit.kind,
  expectedFrom: visit.expectedFrom,
  expectedTo: visit.expectedTo,
  covers: visit.covers,
  leadInspector: visit.leadInspector,
  letterPublished: visit.letterPublished,
})

/** What differs, as it was and as it is. */
function differences<Known extends object>(was: Known, is: Known) {
  const changed = (Object.keys(was) as (keyof Known)[]).filter(
    (key) => JSON.stringify(was[key]) !== JSON.stringify(is[key]),
  )
  const only = (known: Known) => Object.fromEntries(changed.map((key) => [key, known[key]]))
  return { before: only(was), after: only(is) }
}
