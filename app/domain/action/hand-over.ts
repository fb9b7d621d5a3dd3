/**
 * What somebody has is handed over to somebody else with a note: an action is offered, and becomes
 * theirs once they accept it; until then its owner stays who it was. Where the owner has left, nobody
 * answers for it meanwhile, and it counts as unowned.
 *
 * Nobody comes to own what they assured. What an owner has asked for, said or shown stays theirs: the
 * line of owners and the history say who had it when. Source: issue 3, "Ownership"; PRODUCT rules 1
 * and 7; decision 0015. In SQL: hand_overs_have_a_note, offers_one_open_for_an_action,
 * offers_are_of_what_somebody_owns, offers_are_answered_by_the_person_asked,
 * offers_are_declined_with_a_reason, offers_once_answered_stay,
 * actions_are_not_owned_by_who_accepted_their_evidence,
 * actions_are_not_owned_by_who_signed_off_their_impact.
 */
import { type Actor, may, type Permission, type Role, rolesFor } from '../access/permissions'
import { all, type Decision, no, yes } from '../decision'
import { counted } from '../time/calendar-date'

export interface NewOwner {
  personId: number
  name: string
  roles: readonly Role[]
  isSuspended: boolean
}

/** What the new owner did to assure an action. */
export interface AssuredBy {
  /** pieces of evidence for it that they accepted */
  accepted: number
  signedOff: boolean
}

/** Whether somebody who did this to an action may come to own it, whoever makes them the owner. */
export const canComeToOwn = (name: string, { accepted, signedOff }: AssuredBy): Decision =>
  all(
    accepted > 0
      ? no(
          `${name} accepted ${counted(accepted, 'piece', 'pieces')} of evidence of it, and nobody assures their own work.`,
        )
      : yes,
    signedOff ? no(`${name} signed off its impact, and nobody assures their own work.`) : yes,
  )

/** Whether something can be handed over to this person at all. */
const canTakeOver = (fromId: number, to: NewOwner, needs: Permission): Decision =>
  all(
    to.personId === fromId ? no(`${to.name} has it already.`) : yes,
    to.isSuspended ? no(`${to.name} has left.`) : yes,
    to.roles.some((role) => rolesFor[needs].includes(role))
      ? yes
      : no(`${to.name} could not do what is asked there.`),
  )

/** An action as it stands when it is offered. */
export interface OfferFacts {
  fromId: number
  to: NewOwner
  ownerId: number | null
  ownerName: string | null
  /** who was asked before and has not answered */
  offeredTo: string | null
  assured: AssuredBy
}

/** Whether the actor may offer this action to this person. */
export const canOffer = (actor: Actor, offer: OfferFacts): Decision =>
  all(
    may(actor, 'hand-over.make'),
    offer.ownerId !== offer.fromId
      ? no(offer.ownerName ? `${offer.ownerName} owns it now.` : 'Nobody owns it now.')
      : yes,
    offer.offeredTo ? no(`${offer.offeredTo} is asked to accept it and has not answered.`) : yes,
    canTakeOver(offer.fromId, offer.to, 'hand-over.answer'),
    canComeToOwn(offer.to.name, offer.assured),
  )

/** Whether the actor may pass on somebody's part in an action; the part needs no answer. */
export const canPassOnPart = (
  actor: Actor,
  part: { fromId: number; to: NewOwner; isStillTheirs: boolean },
): Decision =>
  all(
    may(actor, 'hand-over.make'),
    part.isStillTheirs ? yes : no('Their part in it has ended meanwhile.'),
    canTakeOver(part.fromId, part.to, 'hand-over.answer'),
  )

/** Whether the actor may ask somebody else for the evidence that was asked of one person. */
export const canPassOnRequest = (
  actor: Actor,
  request: { fromId: number; to: NewOwner; askedOfId: number; isAnswered: boolean },
): Decision =>
  all(
    may(actor, 'hand-over.make'),
    request.isAnswered ? no('It has been answered meanwhile.') : yes,
    request.askedOfId === request.fromId ? yes : no('Somebody else is asked for it now.'),
    canTakeOver(request.fromId, request.to, 'evidence.add'),
  )

/** Whether the actor may say who else judges the evidence that answers a request. */
export const canPassOnReview = (
  actor: Actor,
  review: {
    fromId: number
    to: NewOwner
    reviewerId: number
    isJudged: boolean
    /** who added the evidence; null while there is none */
    addedById: number | null
    ownerId: number | null
  },
): Decision =>
  all(
    may(actor, 'hand-over.make'),
    review.isJudged ? no('It has been judged meanwhile.') : yes,
    review.reviewerId === review.fromId ? yes : no('Somebody else is to judge it now.'),
    canTakeOver(review.fromId, review.to, 'evidence.review'),
    review.addedById === review.to.personId
      ? no(`${review.to.name} added it, and nobody assures their own work.`)
      : yes,
    review.ownerId === review.to.personId
      ? no(`${review.to.name} owns the action, and nobody assures their own work.`)
      : yes,
  )

/** Whether the actor may make somebody else answer for a measure; its figures wait for nobody's answer. */
export const canPassOnMeasure = (
  actor: Actor,
  measure: { fromId: number; to: NewOwner; ownerId: number | null },
): Decision =>
  all(
    may(actor, 'hand-over.make'),
    measure.ownerId === measure.fromId ? yes : no('Somebody else answers for it now.'),
    canTakeOver(measure.fromId, measure.to, 'hand-over.answer'),
  )

/**
 * Whether the actor may give somebody else what one person is to make ready for a visit, or to see to for
 * the board; it waits for nobody's answer. `isOver`: it is done or withdrawn, or the visit was held.
 */
export const canPassOnDuty = (
  actor: Actor,
  duty: { fromId: number; to: NewOwner; ownerId: number | null; isOver: boolean },
): Decision =>
  all(
    may(actor, 'hand-over.make'),
    duty.ownerId === duty.fromId ? yes : no('Somebody else sees to it now.'),
    duty.isOver ? no('It is over meanwhile.') : yes,
    canTakeOver(duty.fromId, duty.to, 'visit.prepare'),
  )

export const offerAnswers = ['accepted', 'declined', 'withdrawn'] as const
export type OfferAnswer = (typeof offerAnswers)[number]

/** An offer as it stands when it is answered. */
export interface AnswerFacts {
  toId: number
  toName: string
  /** 'overtaken': somebody else was made the owner */
  answer: OfferAnswer | 'overtaken' | null
  assured: AssuredBy
}

const answeredAlready: Record<NonNullable<AnswerFacts['answer']>, string> = {
  accepted: 'This was accepted already.',
  declined: 'This was declined already.',
  withdrawn: 'This was taken back: it is no longer offered.',
  overtaken: 'Somebody else was made the owner meanwhile.',
}

/** Whether the actor may accept, decline or take back an offer; with a reason, whether that will do. */
export const canAnswerOffer = (
  actor: Actor,
  offer: AnswerFacts,
  answer: OfferAnswer,
  reason?: string,
): Decision =>
  all(
    may(actor, answer === 'withdrawn' ? 'hand-over.make' : 'hand-over.answer'),
    offer.answer ? no(answeredAlready[offer.answer]) : yes,
    answer !== 'withdrawn' && offer.toId !== actor.personId
      ? no(`${offer.toName} is asked to accept it, and nobody else can.`)
      : yes,
    answer === 'accepted' ? canComeToOwn(offer.toName, offer.assured) : yes,
    answer === 'declined' && reason !== undefined && reason.trim() === ''
      ? no('Say why you decline.')
      : yes,
  )
