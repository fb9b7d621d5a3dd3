/**
 * Which recommendations hold the plan back: those that are not ready yet, told from how their actions
 * were found to stand, without deriving any of it again.
 *
 * It is the verdict of readiness.ts with everything left out that does not bear on “not yet”; a property
 * holds it to that rule. Source: PRODUCT rule 4; decision 0013.
 */
import type { Delivery } from '../action/delivery'
import type { Impact } from '../action/impact'
import type { Assurance } from '../evidence/assurance'
import { readyAtMostAs } from './readiness'

/** That an action is for a recommendation. */
interface Answer {
  recommendationId: number
  isDelivered: boolean
}

export interface StandingAnswer extends Answer {
  delivery: Delivery
  assurance: Assurance
  impact: Impact
}

export interface HeldBackFacts {
  recommendations: readonly { id: number; carriedBy?: readonly number[] }[]
  /** how the actions stand, for each recommendation that they answer; what stands alike once */
  answers: readonly StandingAnswer[]
  /** measures that move the wrong way: what they are linked to, itself or by its actions */
  wrongWay: readonly { recommendationIds: readonly number[]; answers: readonly Answer[] }[]
}

/** The ids of the recommendations that are not ready yet. */
export function heldBack({ recommendations, answers, wrongWay }: HeldBackFacts): number[] {
  const carriers = new Map(recommendations.map(({ id, carriedBy = [] }) => [id, carriedBy]))
  // What was delivered answers what it was done for; what is open, also what carries that since.
  const answered = ({ recommendationId: id, isDelivered }: Answer): readonly number[] =>
    isDelivered ? [id] : [id, ...(carriers.get(id) ?? [])]

  const withAction = new Set(answers.flatMap(answered))
  const weak = new Set([
    ...answers.filter((one) => readyAtMostAs(one) === 'not-yet').flatMap(answered),
    ...wrongWay.flatMap((measure) => [
      ...measure.recommendationIds,
      ...measure.answers.flatMap(answered),
    ]),
  ])
  return recommendations
    .filter(({ carriedBy = [] }) => carriedBy.length === 0)
    .flatMap(({ id }) => (weak.has(id) || !withAction.has(id) ? [id] : []))
}
