/**
 * A practitioner or manager adds evidence to an action; it covers a period that has come, and may
 * answer one request for that action that nobody has answered yet. A manager asks a person who can
 * add evidence for it, by a day that has not passed.
 *
 * Source: PRODUCT "evidence"; issue 1, step 4. In SQL: evidence_period_runs_forwards,
 * evidence_requests_say_what_is_asked, evidence_requests_answer_has_its_moment.
 */
import { type Actor, may } from '../access/permissions'
import { type Decision, all, no, yes } from '../decision'
import type { CalendarDate } from '../time/calendar-date'

export interface EvidenceToAdd {
  periodFrom: CalendarDate
  periodTo: CalendarDate
  /** What it is to answer: null for nothing, undefined for a request that is not of this action. */
  answers: { isAnswered: boolean } | null | undefined
}

/** Whether the actor may add evidence; with what is added, whether that will do. */
export const canAddEvidence = (
  actor: Actor,
  today: CalendarDate,
  evidence?: EvidenceToAdd,
): Decision =>
  all(
    may(actor, 'evidence.add'),
    evidence && evidence.periodTo < evidence.periodFrom
      ? no('The period cannot end before it starts.')
      : yes,
    evidence && evidence.periodTo > today
      ? no('The period has not ended yet: give the last day that this evidence covers.')
      : yes,
    evidence && evidence.answers === undefined ? no('Choose a request from the list.') : yes,
    evidence?.answers?.isAnswered ? no('Somebody has already answered this request.') : yes,
  )

export interface EvidenceToAsk {
  dueOn: CalendarDate
  /** undefined for somebody who is not there or has left */
  askedOf: { canAdd: boolean } | undefined
}

/** Whether the actor may ask for evidence; with what is asked, whether that will do. */
export const canRequestEvidence = (
  actor: Actor,
  today: CalendarDate,
  request?: EvidenceToAsk,
): Decision =>
  all(
    may(actor, 'evidence.request'),
    request && !request.askedOf?.canAdd ? no('Choose a person from the list.') : yes,
    request && request.dueOn < today ? no('Choose today or a later day.') : yes,
  )
