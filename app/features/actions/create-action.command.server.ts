import type { Context } from '~/auth/context.server'
import { inTransaction } from '~/db/db.server'
import { setActionContributors } from '~/db/tables/action-contributors.server'
import { setActionRecommendations } from '~/db/tables/action-recommendations.server'
import { insertAction } from '~/db/tables/actions.server'
import { insertMilestone } from '~/db/tables/milestones.server'
import { keepPeople } from '~/db/tables/people.server'
import { keepTheme } from '~/db/tables/themes.server'
import { canCreateAction } from '~/domain/action/plan-action'
import { no, type Refusal } from '~/domain/decision'
import { areRecommendations, namedPeople, namedTeam } from './choices.query.server'
import type { NewAction } from './create-action.form'
import { explained, recordActionEvent } from './record-action-event.server'

/** Adds an action to the plan, with its people, recommendations and first milestones. */
export async function createAction(
  context: Context,
  { milestones, notAnIdentifier, contributorIds, recommendationIds, theme, ...planned }: NewAction,
): Promise<{ allowed: true; actionId: number } | Refusal> {
  return inTransaction(context, async (tx) => {
    const decision = canCreateAction(context.actor, planned)
    if (!decision.allowed) return decision
    await keepPeople(tx, [planned.ownerId, ...contributorIds])
    const people = await namedPeople(tx, [planned.ownerId, ...contributorIds])
    const named = (id: number) => people.find((person) => person.id === id)
    const chosen = [...contributorIds, ...(planned.ownerId === null ? [] : [planned.ownerId])]
    if (chosen.some((id) => !named(id)?.isHere)) return no('Choose people who are still here.')
    if (!(await areRecommendations(tx, recommendationIds))) {
      return no('Choose recommendations from the list.')
    }
    const team = await namedTeam(tx, planned.teamId)
    if (team === undefined) return no('Choose a team from the list.')
    const kept = await keepTheme(tx, theme)

    const actionId = await insertAction(tx, {
      ...planned,
      themeId: kept?.id ?? null,
      createdById: context.actor.personId,
      createdAt: context.now,
    })
    await setActionContributors(tx, actionId, contributorIds)
    await setActionRecommendations(tx, actionId, recommendationIds)
    for (const milestone of milestones) await insertMilestone(tx, { ...milestone, actionId })
    const nameOf = (id: number) => ({ id, name: named(id)!.name })
    const { ownerId, teamId: _, ...fields } = planned
    await recordActionEvent(tx, context, actionId, {
      what: 'action.created',
      after: {
        ...fields,
        owner: ownerId === null ? null : nameOf(ownerId),
        ...(team && { team }),
        ...(kept && { theme: kept }),
        contributors: contributorIds.map(nameOf),
        recommendations: recommendationIds,
        milestones,
        ...explained(notAnIdentifier),
      },
    })
    return { allowed: true as const, actionId }
  })
}
