/**
 * Nobody assures their own work: evidence is accepted, returned with a question or rejected with a reason
 * by a person who neither added it nor owns the action that it is for. What is accepted has a kind, a
 * period and says what it shows; who accepts it says how much it shows: that something was done, that
 * something came of it, or that it made a difference for children. What was returned waits again once it
 * has been edited; what was rejected stays so, and only a new version can follow it.
 *
 * Source: PRODUCT rule 7, and the word "assurance" (somebody other than the owner has accepted
 * evidence); the three strengths are the field's activity, output and outcome. In SQL:
 * evidence_reviews_not_by_the_person_who_added_it, evidence_reviews_returned_with_a_reason,
 * evidence_is_accepted_only_when_it_is_whole, evidence_reviews_strength_is_one_we_know,
 * evidence_reviews_accepted_say_how_much_it_shows, evidence_reviews_sample_is_counted,
 * evidence_with_a_held_file_is_not_accepted.
 */
import { type Actor, may } from '../access/permissions'
import { type Decision, all, no, yes } from '../decision'
import { missingSentence, type MissingPart } from './missing'

export const reviewVerdicts = ['accepted', 'returned', 'rejected'] as const
export type ReviewVerdict = (typeof reviewVerdicts)[number]

export const reviewVerdictTitles: Record<ReviewVerdict, string> = {
  accepted: 'Accepted',
  returned: 'Returned',
  rejected: 'Rejected',
}

export const strengths = ['activity', 'output', 'difference'] as const
export type Strength = (typeof strengths)[number]

export const strengthsInWords: Record<Strength, { title: string; whatItIs: string }> = {
  activity: {
    title: 'Activity',
    whatItIs: 'Something was done: people were trained, a form was made.',
  },
  output: {
    title: 'Output',
    whatItIs: 'Something came of it: plans are written, visits are in time.',
  },
  difference: {
    title: 'A difference for children',
    whatItIs: 'Children are safer, or their lives are better, because of it.',
  },
}

export interface ReviewFacts {
  addedById: number
  /** The owners of every action that the evidence is for; unowned actions give none. */
  actionOwnerIds: readonly number[]
  /** The verdict that counts; null while it waits. Evidence once returned may be reviewed again. */
  verdict: ReviewVerdict | null
  /** What it still lacks; left out where nobody asks. */
  missing?: readonly MissingPart[]
  /** One of its files is held: only the person who added it has seen it. */
  hasHeldFile?: boolean
}

export interface ReviewAnswer {
  verdict: ReviewVerdict
  /** Needed when evidence is returned or rejected, welcome when it is accepted. */
  reason: string
  /** Needed when it is accepted. */
  strength?: Strength | null
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
    evidence.hasHeldFile
      ? no('One of its files is held until the person who added it has answered for it.')
      : yes,
    evidence.verdict === 'accepted' ? no('This evidence is already accepted.') : yes,
    evidence.verdict === 'rejected' ? no('This evidence is already rejected.') : yes,
    answer?.verdict === 'accepted' && lacking(evidence).length > 0
      ? no(`It cannot be accepted yet. ${missingSentence(lacking(evidence))}`)
      : yes,
    answer?.verdict === 'accepted' && !answer.strength
      ? no('Say whether it shows activity, output or a difference for children.', 'strength')
      : yes,
    answer?.verdict === 'returned' && answer.reason.trim() === ''
      ? no('Say what is missing, so that it can be put right.', 'reason')
      : yes,
    answer?.verdict === 'rejected' && answer.reason.trim() === ''
      ? no('Say why it does not show this, so that nobody relies on it.', 'reason')
      : yes,
  )

/** What keeps it from being accepted: evidence for nothing can be, and the library shows it as a gap. */
const lacking = ({ missing = [] }: ReviewFacts): MissingPart[] =>
  missing.filter((part) => part !== 'purpose')
