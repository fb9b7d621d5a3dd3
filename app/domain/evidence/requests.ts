/**
 * A manager asks a person who can add evidence for it, by a day that has not passed, and takes back what
 * is no longer needed. Whoever is asked and cannot bring it says why: it leaves their work, and stays open
 * with whoever asked, who takes it back or asks somebody else.
 *
 * Source: issue 4, "requests: a manager asks a named person for a piece of evidence by a date, and it
 * stands in their My work"; decision 0031. In SQL: evidence_requests_say_what_is_asked,
 * evidence_request_withdrawals_say_why, evidence_request_refusals_say_why,
 * evidence_request_refusals_by_the_person_asked.
 */
import { type Actor, may } from '../access/permissions'
import { type Decision, all, no, yes } from '../decision'
import type { CalendarDate } from '../time/calendar-date'

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
    request && !request.askedOf?.canAdd ? no('Choose a person from the list.', 'askedOfId') : yes,
    request && request.dueOn < today ? no('Choose today or a later day.', 'dueOn') : yes,
  )

export const requestSteps = ['withdraw', 'refuse'] as const
export type RequestStep = (typeof requestSteps)[number]

export interface RequestFacts {
  askedOfId: number
  state: 'open' | 'answered' | 'withdrawn'
  /** the person who is asked has said that they cannot */
  isRefused: boolean
}

const notOpen: Record<RequestFacts['state'], string | undefined> = {
  open: undefined,
  answered: 'Somebody has already answered this request.',
  withdrawn: 'This request has been taken back already.',
}

/** Whether the actor may take back a request, or say that they cannot; with a reason, whether it will do. */
export function canTakeRequestStep(
  actor: Actor,
  { askedOfId, state, isRefused }: RequestFacts,
  step: RequestStep,
  reason?: string,
): Decision {
  const over = notOpen[state]
  const isOpen = over === undefined ? yes : no(over)
  const why = (missing: string): Decision =>
    reason !== undefined && reason.trim() === '' ? no(missing, 'reason') : yes
  return step === 'withdraw'
    ? all(may(actor, 'evidence.request'), isOpen, why('Say why it is no longer needed.'))
    : all(
        may(actor, 'evidence.add'),
        askedOfId === actor.personId ? yes : no('Only the person who is asked can say this.'),
        isOpen,
        isRefused ? no('You have said already that you cannot bring it.') : yes,
        why('Say why you cannot bring it, so that somebody else can be asked.'),
      )
}
