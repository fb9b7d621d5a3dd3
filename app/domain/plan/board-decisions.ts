/**
 * What a meeting of the board decided has one person who sees to it, and ends as done or as withdrawn with
 * a reason; the decision itself is never rewritten. A meeting that has not been held has decided nothing.
 *
 * Source: issue 6 "Board meetings are checkpoints too, with decisions and their owners"; PRODUCT rule 1.
 * In SQL: board_decisions_have_words, board_decisions_are_about_one_thing_at_most,
 * board_decision_endings_are_said_once, board_decision_endings_are_done_or_withdrawn,
 * board_decision_endings_withdrawn_with_a_reason, board_decision_endings_are_never_changed.
 */
import { type Actor, may } from '../access/permissions'
import { type Decision, all, no, yes } from '../decision'
import { type CalendarDate, longDate } from '../time/calendar-date'

export const endings = ['done', 'withdrawn'] as const
export type Ending = (typeof endings)[number]

export const endingTitles: Record<Ending, string> = { done: 'Done', withdrawn: 'Withdrawn' }

/** Whether the actor may write down what a meeting decided; with its words, whether those will do. */
export const canRecordDecision = (
  actor: Actor,
  meeting: { heldOn: CalendarDate },
  today: CalendarDate,
  decided?: { words: string; dueOn: CalendarDate | null },
): Decision =>
  all(
    may(actor, 'visit.plan'),
    meeting.heldOn > today
      ? no(`This meeting is on ${longDate(meeting.heldOn)}. Write down what it decides after it.`)
      : yes,
    decided && decided.words.trim() === '' ? no('Say what was decided.') : yes,
    decided?.dueOn && decided.dueOn < meeting.heldOn
      ? no('A decision cannot be due before the meeting that made it.', 'dueOn')
      : yes,
  )

/** Whether the actor may say how a decision ended; with the ending given, whether that will do. */
export const canEndDecision = (
  actor: Actor,
  decision: { ownerId: number; ended: { ending: Ending; on: CalendarDate } | null },
  ended?: { ending: Ending; words: string },
): Decision => {
  const sees = decision.ownerId === actor.personId
  const plans = may(actor, 'visit.plan')
  return all(
    may(actor, 'visit.prepare'),
    sees || plans.allowed
      ? yes
      : no('Whoever sees to it says how it ended, or a manager or leader.'),
    decision.ended
      ? no(
          `This decision is ${endingTitles[decision.ended.ending].toLowerCase()} since ${longDate(decision.ended.on)}.`,
        )
      : yes,
    ended?.ending === 'withdrawn' ? plans : yes,
    ended?.ending === 'withdrawn' && ended.words.trim() === ''
      ? no('Say why the decision is withdrawn.', 'words')
      : yes,
  )
}
