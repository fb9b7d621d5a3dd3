/**
 * A practitioner or manager adds evidence, to as many actions and recommendations as it speaks of; the
 * period that it covers has come, where it is given, and it may answer one request that nobody has
 * answered yet. A new version follows evidence that was judged for good and that no other version that
 * waits follows already.
 *
 * Source: PRODUCT "evidence"; issue 1, step 4; issue 4. In SQL: evidence_period_runs_forwards,
 * evidence_period_has_both_its_ends, evidence_follows_what_was_there_before,
 * evidence_requests_answer_has_its_moment.
 */
import { type Actor, may } from '../access/permissions'
import { type Decision, all, no, yes } from '../decision'
import type { CalendarDate } from '../time/calendar-date'
import type { ReviewVerdict } from './review'

export interface EvidenceToAdd {
  periodFrom: CalendarDate | null
  periodTo: CalendarDate | null
  /** What it is to answer: null for nothing, undefined for a request that is not there. */
  answers: { isAnswered: boolean } | null | undefined
  /** What it is a new version of; left out where it is none, null where that is not to be seen. */
  follows?: FollowedFacts | null
}

export interface FollowedFacts {
  verdict: ReviewVerdict | null
  /** another version of it waits to be judged, or is accepted */
  isFollowed: boolean
}

/** Whether a period that is given will do. */
export const periodDecision = (
  { periodFrom, periodTo }: Pick<EvidenceToAdd, 'periodFrom' | 'periodTo'>,
  today: CalendarDate,
): Decision =>
  all(
    (periodFrom === null) !== (periodTo === null)
      ? no(
          'Give both the first and the last day that it covers, or neither for now.',
          periodFrom === null ? 'periodFrom' : 'periodTo',
        )
      : yes,
    periodFrom && periodTo && periodTo < periodFrom
      ? no('The period cannot end before it starts.', 'periodTo')
      : yes,
    periodTo && periodTo > today
      ? no('The period has not ended yet: give the last day that this evidence covers.', 'periodTo')
      : yes,
  )

/** Whether this evidence may be followed by a new version. */
export const canFollow = (actor: Actor, followed: FollowedFacts): Decision =>
  all(
    may(actor, 'evidence.add'),
    followed.verdict !== 'accepted' && followed.verdict !== 'rejected'
      ? no('It is not judged for good yet: edit it instead of adding a new version.')
      : yes,
    followed.isFollowed ? no('A newer version of it is there already.') : yes,
  )

/** Whether the actor may add evidence; with what is added, whether that will do. */
export const canAddEvidence = (
  actor: Actor,
  today: CalendarDate,
  evidence?: EvidenceToAdd,
): Decision =>
  all(
    may(actor, 'evidence.add'),
    evidence ? periodDecision(evidence, today) : yes,
    evidence && evidence.answers === undefined
      ? no('Choose a request from the list.', 'requestId')
      : yes,
    evidence?.answers?.isAnswered ? no('Somebody has already answered this request.') : yes,
    evidence?.follows === null ? no('The evidence that it follows is no longer there.') : yes,
    evidence?.follows ? canFollow(actor, evidence.follows) : yes,
  )

/** Whether the actor may say what this evidence is for: who added it, or a manager. */
export const canLinkEvidence = (
  actor: Actor,
  { addedById }: { addedById: number },
  /** of the action that it is brought to */
  link?: { ownerIsItsReviewer: boolean },
): Decision =>
  all(
    may(actor, 'evidence.add'),
    addedById !== actor.personId && !actor.roles.includes('manager')
      ? no('Only the person who added it or a manager can say what it is for.')
      : yes,
    link?.ownerIsItsReviewer
      ? no('The owner of that action accepted this evidence: somebody else must judge it first.')
      : yes,
  )
