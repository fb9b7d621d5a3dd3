import type { Context } from '~/auth/context.server'
import type { JudgedAction } from '~/db/action-facts.server'
import { canSignOffImpact, type ImpactSignOffFacts } from '~/domain/action/impact'
import type { Decision } from '~/domain/decision'
import { actionInBrief, type ActionInBrief } from './action-in-brief.query.server'

export interface SignOffImpactView {
  action: ActionInBrief
  outcome: string
  successMeasure: string
  decision: Decision
}

/** What signing off an action's impact is judged by. */
export const signOffFacts = (action: JudgedAction): ImpactSignOffFacts => ({
  ownerId: action.ownerId,
  acceptedEvidence: action.evidence.filter(({ verdict }) => verdict === 'accepted').length,
})

export async function signOffImpactView(
  context: Context,
  actionId: number,
): Promise<SignOffImpactView | undefined> {
  const action = await actionInBrief(context, actionId)
  return (
    action && {
      action: action.brief,
      outcome: action.facts.outcome,
      successMeasure: action.facts.successMeasure,
      decision: canSignOffImpact(context.actor, signOffFacts(action.facts)),
    }
  )
}
