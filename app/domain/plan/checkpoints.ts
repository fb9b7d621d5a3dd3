/**
 * A checkpoint is a day from which "since then" is counted: a visit that was held, or a meeting of the
 * board.
 *
 * Source: PRODUCT "checkpoint". In SQL: board_meetings_have_a_name, board_meetings_are_held_once_a_day.
 */
import { type Actor, may } from '../access/permissions'
import { type Decision, all, no, yes } from '../decision'
import { type CalendarDate, compareDates } from '../time/calendar-date'
import { type VisitKind, visitKindTitles } from '../inspection/visit-kinds'

export interface Checkpoint {
  on: CalendarDate
  /** As it goes on in a sentence: "the improvement board", "the monitoring visit". */
  title: string
}

/** Every visit that was held, by its last day, and every meeting of the board; the latest first. */
export const checkpointsOf = (
  visits: readonly { kind: VisitKind; heldTo: CalendarDate | null }[],
  boards: readonly { name: string; heldOn: CalendarDate }[],
): Checkpoint[] =>
  [
    ...visits.flatMap(({ kind, heldTo }) =>
      heldTo ? [{ on: heldTo, title: `the ${visitKindTitles[kind].toLowerCase()}` }] : [],
    ),
    ...boards.map(({ name, heldOn }) => ({ on: heldOn, title: inSentence(name) })),
  ].sort((a, b) => compareDates(b.on, a.on))

/** The last checkpoint before a day; what happens on the day itself is not over yet. */
export const lastCheckpoint = (
  checkpoints: readonly Checkpoint[],
  today: CalendarDate,
): Checkpoint | undefined => checkpoints.find(({ on }) => on < today)

/** "Improvement board" goes on as "the improvement board"; a name that is one, such as "CSIB", as it is. */
export const inSentence = (name: string): string =>
  /^(the|an?) /i.test(name)
    ? `${name.charAt(0).toLowerCase()}${name.slice(1)}`
    : `the ${/^[A-Z][a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name}`

/** Whether the actor may put a meeting of the board into the plan; with its name, whether that will do. */
export const canAddBoardMeeting = (actor: Actor, meeting?: { name: string }): Decision =>
  all(
    may(actor, 'visit.plan'),
    meeting && meeting.name.trim() === '' ? no('Give the meeting a name.') : yes,
  )
