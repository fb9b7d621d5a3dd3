/**
 * What somebody has is handed over to somebody else with a note: each thing is offered, and becomes
 * theirs once they accept it; until then it stays with whom it was. That holds for the actions they own,
 * their parts in others', the evidence asked of them, what they are to judge, the measures they answer
 * for, and what they see to for a visit or the board. Where the one who has it has left, nobody answers
 * for it meanwhile: an action counts as unowned, and managers are shown whatever waits.
 *
 * Nobody comes to own what they assured, nor to judge what they added or own. What an owner has asked
 * for, said or shown stays theirs: the line of owners and the history say who had it when. Source:
 * issue 3, "Ownership"; PRODUCT rules 1 and 7; decision 0035. In SQL: hand_overs_have_a_note,
 * offers_are_of_one_thing, offers_one_open_for_a_thing, offers_are_of_what_somebody_has,
 * offers_are_answered_by_the_person_asked, offers_are_declined_with_a_reason,
 * offers_once_answered_stay, actions_are_not_owned_by_who_accepted_their_evidence,
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

/**
 * What can be handed over by itself: an action that somebody owns, their part in another, evidence that
 * is asked of them, the judging of what answers a request; a measure; what is to be ready for a visit,
 * and what the board decided.
 */
export const handOverKinds = [
  'action',
  'part',
  'request',
  'review',
  'measure',
  'ready',
  'decided',
] as const
export type HandOverKind = (typeof handOverKinds)[number]

export const handOverKindTitles: Record<HandOverKind, string> = {
  action: 'An action',
  part: 'A part in an action',
  request: 'Evidence that is asked for',
  review: 'Evidence to judge',
  measure: 'A measure',
  ready: 'To be made ready for a visit',
  decided: 'Decided by the board',
}

/** What each kind asks of whoever takes it over, and how it is told that it went another way. */
const about: Record<
  HandOverKind,
  {
    needs: Permission
    /** somebody else has it */
    elsewhere: (name: string | null) => string
    /** it needs nobody any more; a delivered action still has its owner */
    over?: string
  }
> = {
  action: {
    needs: 'hand-over.answer',
    elsewhere: (name) => (name ? `${name} owns it now.` : 'Nobody owns it now.'),
  },
  part: {
    needs: 'hand-over.answer',
    elsewhere: () => 'Their part in it has ended meanwhile.',
    over: 'It was delivered meanwhile.',
  },
  request: {
    needs: 'evidence.add',
    elsewhere: () => 'Somebody else is asked for it now.',
    over: 'It has been answered or taken back meanwhile.',
  },
  review: {
    needs: 'evidence.review',
    elsewhere: () => 'Somebody else is to judge it now.',
    over: 'It has been judged or taken back meanwhile.',
  },
  measure: {
    needs: 'hand-over.answer',
    elsewhere: () => 'Somebody else answers for it now.',
  },
  ready: {
    needs: 'visit.prepare',
    elsewhere: () => 'Somebody else sees to it now.',
    over: 'It is over meanwhile.',
  },
  decided: {
    needs: 'visit.prepare',
    elsewhere: () => 'Somebody else sees to it now.',
    over: 'It is over meanwhile.',
  },
}

/** Something that somebody has, as it stands now. */
export interface HeldFacts {
  kind: HandOverKind
  /** who has it */
  holderId: number | null
  holderName: string | null
  /** it is done, judged, answered or withdrawn, or the visit it was for was held */
  isOver: boolean
  /** of a review: who added the evidence, as far as there is any, and who owns the action */
  addedById: number | null
  ownerId: number | null
}

/** Whether it is still there to be handed over from this person. */
const isStillTheirs = (fromId: number, { kind, isOver, ...held }: HeldFacts): Decision => {
  const { over, elsewhere } = about[kind]
  return all(
    isOver && over ? no(over) : yes,
    held.holderId === fromId ? yes : no(elsewhere(held.holderName)),
  )
}

/** Whether this person may come to have it, where nobody assures their own work. */
const mayComeToHave = (
  to: { personId: number; name: string },
  { kind, addedById, ownerId }: HeldFacts,
  assured: AssuredBy,
): Decision => {
  if (kind === 'action') return canComeToOwn(to.name, assured)
  if (kind !== 'review') return yes
  return all(
    addedById === to.personId ? no(`${to.name} added it, and nobody assures their own work.`) : yes,
    ownerId === to.personId
      ? no(`${to.name} owns the action, and nobody assures their own work.`)
      : yes,
  )
}

/** Something as it stands when it is offered. */
export interface OfferFacts {
  fromId: number
  to: NewOwner
  held: HeldFacts
  /** who was asked before and has not answered */
  offeredTo: string | null
  /** of an action: what the new owner did to assure it */
  assured: AssuredBy
}

/** Whether the actor may offer this to this person. */
export const canOffer = (
  actor: Actor,
  { fromId, to, held, offeredTo, assured }: OfferFacts,
): Decision =>
  all(
    may(actor, 'hand-over.make'),
    isStillTheirs(fromId, held),
    offeredTo ? no(`${offeredTo} is asked to accept it and has not answered.`) : yes,
    to.personId === fromId ? no(`${to.name} has it already.`) : yes,
    to.isSuspended ? no(`${to.name} has left.`) : yes,
    to.roles.some((role) => rolesFor[about[held.kind].needs].includes(role))
      ? yes
      : no(`${to.name} could not do what is asked there.`),
    mayComeToHave(to, held, assured),
  )

export const offerAnswers = ['accepted', 'declined', 'withdrawn'] as const
export type OfferAnswer = (typeof offerAnswers)[number]

/** An offer as it stands when it is answered. */
export interface AnswerFacts {
  fromId: number
  toId: number
  toName: string
  /** 'overtaken': somebody else was given it */
  answer: OfferAnswer | 'overtaken' | null
  held: HeldFacts
  assured: AssuredBy
}

const answeredAlready: Record<NonNullable<AnswerFacts['answer']>, string> = {
  accepted: 'This was accepted already.',
  declined: 'This was declined already.',
  withdrawn: 'This was taken back: it is no longer offered.',
  overtaken: 'It went to somebody else meanwhile.',
}

/** What became of an offer, as the title of its page once it is answered. */
export const answeredTitles: Record<
  NonNullable<AnswerFacts['answer']>,
  (toName: string) => string
> = {
  accepted: (toName) => `Handed over to ${toName}`,
  declined: (toName) => `Declined by ${toName}`,
  withdrawn: (toName) => `Not offered to ${toName} any more`,
  overtaken: (toName) => `Gone to somebody other than ${toName}`,
}

/** Whether the actor may accept, decline or take back an offer; with a reason, whether that will do. */
export const canAnswerOffer = (
  actor: Actor,
  { fromId, toId, toName, held, ...offer }: AnswerFacts,
  answer: OfferAnswer,
  reason?: string,
): Decision =>
  all(
    may(actor, answer === 'withdrawn' ? 'hand-over.make' : 'hand-over.answer'),
    offer.answer ? no(answeredAlready[offer.answer]) : yes,
    answer !== 'withdrawn' && toId !== actor.personId
      ? no(`${toName} is asked to accept it, and nobody else can.`)
      : yes,
    isStillTheirs(fromId, held),
    answer === 'accepted'
      ? all(
          may(actor, about[held.kind].needs),
          mayComeToHave({ personId: toId, name: toName }, held, offer.assured),
        )
      : yes,
    answer === 'declined' && reason !== undefined && reason.trim() === ''
      ? no('Say why you decline.')
      : yes,
  )
