/**
 * A change of due date needs a reason, keeps the original date and counts; beyond the council's
 * limit it waits for a leader, other than the person who asked, to agree.
 *
 * Source: PRODUCT rule 5. Councils have been told off for handling reds by rescheduling them, so
 * a late move is marked as one, also by a visit or a meeting that is known of only since. In SQL: due_date_changes_have_a_reason,
 * due_date_changes_not_agreed_by_the_person_who_asked, due_date_changes_refused_with_a_reason,
 * due_date_changes_one_open_request_for_an_action, actions_original_due_date_is_never_rewritten.
 */
import { type Actor, may } from '../access/permissions'
import { type Decision, all, no, yes } from '../decision'
import { type CalendarDate, counted, daysBetween, longDate } from '../time/calendar-date'
import { workingDaysBetween } from '../time/working-days'

/** The council's limit. Null switches a condition off. */
export interface DueDateSettings {
  /** Any change on an action for an area for priority action waits for a leader. */
  anyChangeOnPriorityAction: boolean
  /** A date more than this many working days after the original one waits for a leader. */
  workingDaysWithoutAgreement: number | null
  /** The change from which on every one waits: 2 is the second. */
  agreementFromChange: number | null
  /** A move within this many days before a board or a visit is a late move. */
  lateMoveDaysBefore: number
}

export const defaultDueDateSettings: DueDateSettings = {
  anyChangeOnPriorityAction: true,
  workingDaysWithoutAgreement: 20,
  agreementFromChange: 2,
  lateMoveDaysBefore: 7,
}

/** An action as it stands today. */
export interface DueDateFacts {
  startOn: CalendarDate | null
  dueOn: CalendarDate | null
  originalDueOn: CalendarDate | null
  deliveredOn: CalendarDate | null
  /** It answers an area for priority action. */
  priorityAction: boolean
  /** It answers one, or once did: taking the link away for a while does not step round the rule. */
  everPriorityAction: boolean
  /** Changes that took effect, agreed or not needing it; refused ones do not count. */
  changesMade: number
  /** A change is asked for and not yet decided. */
  changeWaiting: boolean
}

/** What somebody asks for. */
export interface DueDateAsked {
  toOn: CalendarDate
  reason: string
}

/** Whether the actor may ask to move the date at all: what the button shows. */
export const canAskForDueDate = (actor: Actor, action: DueDateFacts): Decision =>
  all(
    may(actor, 'due-date.ask'),
    action.dueOn === null ? no('This action has no due date yet: set one first.') : yes,
    action.deliveredOn ? no('This action is delivered, so its due date stays.') : yes,
    action.changeWaiting ? no('A change of this date is already waiting for a leader.') : yes,
  )

/** Whether this very change may be asked for: what the command refuses with. */
export const canAskForThisDueDate = (
  actor: Actor,
  action: DueDateFacts,
  asked: DueDateAsked,
  today: CalendarDate,
): Decision =>
  all(
    canAskForDueDate(actor, action),
    asked.reason.trim() === '' ? no('Say why the date must change.') : yes,
    asked.toOn === action.dueOn ? no(`It is already due on ${longDate(asked.toOn)}.`, 'toOn') : yes,
    asked.toOn < today ? no(`${longDate(asked.toOn)} has already passed.`, 'toOn') : yes,
    action.startOn && asked.toOn < action.startOn
      ? no(`The action does not start until ${longDate(action.startOn)}.`, 'toOn')
      : yes,
  )

export interface AgreementNeeded {
  needed: boolean
  /** Every condition that asks for a leader, one sentence each; empty when none does. */
  reasons: readonly string[]
}

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth']
const ordinal = (count: number): string => ordinals[count - 1] ?? `${count}th`

/**
 * Whether the change waits for a leader, and why. Working days are counted from the original due
 * date, so that several small moves do not add up unseen; bringing a date forward is never too far.
 */
export function needsAgreement(
  action: Pick<
    DueDateFacts,
    'originalDueOn' | 'priorityAction' | 'everPriorityAction' | 'changesMade'
  >,
  asked: Pick<DueDateAsked, 'toOn'>,
  settings: DueDateSettings = defaultDueDateSettings,
): AgreementNeeded {
  const reasons: string[] = []
  if (action.everPriorityAction && settings.anyChangeOnPriorityAction) {
    reasons.push(
      action.priorityAction
        ? 'It answers an area for priority action.'
        : 'It answered an area for priority action before.',
    )
  }
  const limit = settings.workingDaysWithoutAgreement
  const moved = action.originalDueOn ? workingDaysBetween(action.originalDueOn, asked.toOn).days : 0
  if (limit !== null && moved > limit) {
    reasons.push(
      `It puts the date ${counted(moved, 'working day')} after the original; the limit is ${limit}.`,
    )
  }
  const change = action.changesMade + 1
  if (settings.agreementFromChange !== null && change >= settings.agreementFromChange) {
    reasons.push(`It is the ${ordinal(change)} change of this date.`)
  }
  return { needed: reasons.length > 0, reasons }
}

/** A change that was asked for. */
export interface DueDateChangeFacts {
  askedById: number
  /** 'not-needed': it took effect at once. Null while it waits. */
  decision: 'agreed' | 'refused' | 'not-needed' | null
  /** The date that was asked for. */
  toOn: CalendarDate
  /** When the action was delivered; null while it is not. */
  deliveredOn: CalendarDate | null
}

export interface DueDateAnswer {
  decision: 'agreed' | 'refused'
  /** Needed for a refusal, welcome with an agreement. */
  reason: string
}

/**
 * Whether the actor may agree or refuse; with the answer given, whether that answer will do. A change
 * that came too late may only be refused: agreed, it would make a late delivery look on time.
 */
export const canDecideDueDate = (
  actor: Actor,
  change: DueDateChangeFacts,
  today: CalendarDate,
  answer?: DueDateAnswer,
): Decision =>
  all(
    may(actor, 'due-date.agree'),
    change.askedById === actor.personId
      ? no('Somebody other than the person who asked must decide this.')
      : yes,
    change.decision === 'not-needed' ? no('This change needed no agreement.') : yes,
    change.decision !== null ? no(`This change is already ${change.decision}.`) : yes,
    answer?.decision === 'agreed' ? canStillBeAgreed(change, today) : yes,
    answer?.decision === 'refused' && answer.reason.trim() === ''
      ? no('Say why the change is refused.')
      : yes,
  )

const canStillBeAgreed = (
  { deliveredOn, toOn }: Pick<DueDateChangeFacts, 'deliveredOn' | 'toOn'>,
  today: CalendarDate,
): Decision =>
  all(
    deliveredOn ? no('This action is delivered, so its due date stays.') : yes,
    toOn < today ? no(`${longDate(toOn)} has already passed, so it cannot be agreed.`) : yes,
  )

/** A board meeting or a visit that the plan is read for. */
export interface Occasion {
  on: CalendarDate
  /** As it goes on in a sentence: "the improvement board", "the monitoring visit". */
  title: string
}

export interface LateMove {
  late: boolean
  /** One sentence each; empty when it was in good time. */
  reasons: readonly string[]
}

/**
 * Whether a date was moved late: after it had passed, or within the last days before a board or a
 * visit (the day itself included). Later and earlier new dates are marked alike.
 */
export function lateMove(
  change: { askedOn: CalendarDate; fromOn: CalendarDate },
  occasions: readonly Occasion[],
  settings: DueDateSettings = defaultDueDateSettings,
): LateMove {
  const reasons: string[] = []
  const past = daysBetween(change.fromOn, change.askedOn)
  if (past > 0) reasons.push(`Asked for ${counted(past, 'day')} after the date had passed.`)
  reasons.push(...inOrder(occasions).flatMap((one) => reasonBefore(change, one, settings)))
  return { late: reasons.length > 0, reasons }
}

const inOrder = <Each extends Occasion>(occasions: readonly Each[]): Each[] =>
  [...occasions].sort((a, b) => (a.on < b.on ? -1 : 1))

/** Why a date was moved late by this occasion; nothing where it was far from it, or after it. */
function reasonBefore(
  { askedOn }: { askedOn: CalendarDate },
  { on, title }: Occasion,
  { lateMoveDaysBefore }: DueDateSettings,
): string[] {
  const ahead = daysBetween(askedOn, on)
  if (ahead < 0 || ahead > lateMoveDaysBefore) return []
  const when = ahead === 0 ? 'on the day of' : `${counted(ahead, 'day')} before`
  return [`Asked for ${when} ${title} (${longDate(on)}).`]
}

/** An occasion, with what the plan said of it before. */
export interface OccasionSince extends Occasion {
  /** Since when it is known to be on this day. */
  since: CalendarDate
  /** Whatever it was called, and on whatever day it was thought to be; as it is now among them. */
  everKnownAs: readonly Occasion[]
}

/**
 * The reasons for which a move counts as late that nobody knew when it was asked for, each saying since
 * when it is known: the visit or the meeting was entered, or its day found, only afterwards. What was known
 * before stands beside them as it was, and says enough of its occasion, whatever that turned out to be; what
 * is so no longer, since the day was another one after all, goes.
 */
export const lateMovesKnownSince = (
  move: { askedOn: CalendarDate; lateMove: readonly string[] },
  occasions: readonly OccasionSince[],
  settings: DueDateSettings = defaultDueDateSettings,
): string[] =>
  inOrder(occasions)
    .filter(
      ({ everKnownAs }) =>
        !everKnownAs
          .flatMap((known) => reasonBefore(move, known, settings))
          .some((reason) => move.lateMove.includes(reason)),
    )
    .flatMap((occasion) =>
      reasonBefore(move, occasion, settings).map(
        (reason) =>
          `${reason.replace(/\.$/, '')}, which is known here since ${longDate(occasion.since)}.`,
      ),
    )
