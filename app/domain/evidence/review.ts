/**
 * Nobody assures their own work: evidence is accepted or returned by a person who neither added it
 * nor owns the action that it is for, and returning it needs a reason.
 *
 * Source: PRODUCT rule 7, and the word "assurance" (somebody other than the owner has accepted
 * evidence). In SQL: evidence_reviews_not_by_the_person_who_added_it,
 * evidence_reviews_returned_with_a_reason.
 */
import { type Actor, may } from '../access/permissions'
import { type Decision, all, no, yes } from '../decision'

export const reviewVerdicts = ['accepted', 'returned'] as const
export type ReviewVerdict = (typeof reviewVerdicts)[number]

export const reviewVerdictTitles: Record<ReviewVerdict, string> = {
  accepted: 'Accepted',
  returned: 'Returned',
}

export interface ReviewFacts {
  addedById: number
  /** The owners of every action that the evidence is for; unowned actions give none. */
  actionOwnerIds: readonly number[]
  /** The latest verdict; null while it waits. Evidence once returned may be reviewed again. */
  verdict: ReviewVerdict | null
}

export interface ReviewAnswer {
  verdict: ReviewVerdict
  /** Needed when evidence is returned, welcome when it is accepted. */
  reason: string
}

/** Whether the actor may review this evidence; with the answer given, whether that will do. */
export const canReview = (actor: Actor, evidence: ReviewFacts, answer?: ReviewAnswer): Decision =>
  all(
    may(actor, 'evidence.review'),
    evidence.addedById === actor.personId
      ? no('Somebody other than the person who added it must review it.')
      : yes,
    evidence.actionOwnerIds.includes(actor.personId)
      ? no('Somebody other than the owner of the action must review it.')
      : yes,
    evidence.verdict === 'accepted' ? no('This evidence is already accepted.') : yes,
    answer?.verdict === 'returned' && answer.reason.trim() === ''
      ? no('Say what is missing, so that it can be put right.')
      : yes,
  )
