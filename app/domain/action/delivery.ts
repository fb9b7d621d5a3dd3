/**
 * Delivery says whether we are doing what we said, derived from dates and milestones; where the
 * latest update says better than that, the difference is shown.
 *
 * Delivery is only the first of three questions: whether somebody has accepted evidence is
 * `evidence/assurance.ts`, whether it made a difference is `action/impact.ts`.
 * Source: PRODUCT rules 2, 3 and 9. In SQL: updates_delivery_is_one_we_know,
 * actions_original_due_date_is_never_rewritten.
 */
import {
  type CalendarDate,
  addDays,
  compareDates,
  counted,
  daysBetween,
  longDate,
} from '../time/calendar-date'
import { inWords } from '../time/in-words'

export const deliveries = ['not-started', 'on-track', 'at-risk', 'off-track', 'delivered'] as const
export type Delivery = (typeof deliveries)[number]

export const deliveryTitles: Record<Delivery, string> = {
  'not-started': 'Not started',
  'on-track': 'On track',
  'at-risk': 'At risk',
  'off-track': 'Off track',
  delivered: 'Delivered',
}

/** How the council judges delivery; days are calendar days. */
export interface DeliverySettings {
  /** A started action without an update for longer than this is at risk. */
  updateEveryDays: number
  /** Open milestones this close to the due date put it at risk. */
  dueSoonDays: number
  /** One milestone later than this is off track, as two late ones are. */
  milestoneTooLateDays: number
}

export const defaultDeliverySettings: DeliverySettings = {
  updateEveryDays: 30,
  dueSoonDays: 7,
  milestoneTooLateDays: 28,
}

export interface MilestoneFacts {
  title: string
  dueOn: CalendarDate
  doneOn: CalendarDate | null
}

/** What is known of an action; anything dated after `today` is left out, so any past day can be read. */
export interface DeliveryFacts {
  startOn: CalendarDate | null
  dueOn: CalendarDate | null
  originalDueOn: CalendarDate | null
  deliveredOn: CalendarDate | null
  ownerId: number | null
  /** the owner has been suspended; left out where nobody asks */
  ownerLeft?: boolean
  milestones: readonly MilestoneFacts[]
  latestUpdate?: { saidOn: CalendarDate; statedDelivery: Delivery } | null
  today: CalendarDate
}

export type DeliveryReasonKind =
  | 'delivered'
  | 'delivered-late'
  | 'milestones-open'
  | 'overdue'
  | 'milestones-late'
  | 'no-owner'
  | 'owner-left'
  | 'no-due-date'
  | 'no-update'
  | 'due-soon'
  | 'milestones-after-due-date'
  | 'stated-worse'
  | 'date-moved'
  | 'starts-later'
  | 'no-start'
  | 'in-hand'

export interface DeliveryReason {
  kind: DeliveryReasonKind
  /** What this alone makes of delivery; null where it is only worth knowing. */
  makes: 'at-risk' | 'off-track' | null
  /** "2 milestones are late." */
  sentence: string
  /** The same in a few words, to follow a comma: "2 milestones late". */
  brief: string
}

export interface DerivedDelivery {
  delivery: Delivery
  /** Worst first; never empty. */
  reasons: readonly DeliveryReason[]
  milestonesDone: number
  milestonesLate: number
  milestonesOpen: number
}

const reason = (
  kind: DeliveryReasonKind,
  makes: DeliveryReason['makes'],
  brief: string,
  sentence: string,
): DeliveryReason => ({ kind, makes, brief, sentence })

const weight = { 'off-track': 0, 'at-risk': 1 } as const
const byWeight = (a: DeliveryReason, b: DeliveryReason): number =>
  (a.makes ? weight[a.makes] : 2) - (b.makes ? weight[b.makes] : 2)

const are = (count: number): string => (count === 1 ? 'is' : 'are')

/** Whether it had been delivered by the end of a day. */
export const isDelivered = (deliveredOn: CalendarDate | null, today: CalendarDate): boolean =>
  deliveredOn !== null && deliveredOn <= today

/** The delivery of an action at the end of the day `today`, with its reasons. */
export function deliveryOf(
  action: DeliveryFacts,
  settings: DeliverySettings = defaultDeliverySettings,
): DerivedDelivery {
  const { today } = action
  const open = action.milestones.filter((one) => one.doneOn === null || one.doneOn > today)
  const late = open
    .filter((one) => one.dueOn < today)
    .sort((a, b) => compareDates(a.dueOn, b.dueOn))
  const counts = {
    milestonesDone: action.milestones.length - open.length,
    milestonesLate: late.length,
    milestonesOpen: open.length,
  }
  if (isDelivered(action.deliveredOn, today)) {
    return { delivery: 'delivered', reasons: deliveredReasons(action, open), ...counts }
  }

  const update =
    action.latestUpdate && action.latestUpdate.saidOn <= today ? action.latestUpdate : null
  const begun = counts.milestonesDone > 0 || (update && update.statedDelivery !== 'not-started')
  const waiting = !begun && (action.startOn === null || action.startOn > today)
  const reasons = [
    ...dateReasons(action, open, settings),
    ...milestoneReasons(action, open, late, settings),
    ...peopleReasons(action, update, waiting, settings),
  ].sort(byWeight)
  const worst = reasons[0]?.makes
  if (worst === 'off-track') return { delivery: 'off-track', reasons, ...counts }
  if (waiting) {
    return { delivery: 'not-started', reasons: [notStarted(action), ...reasons], ...counts }
  }
  if (worst === 'at-risk') return { delivery: 'at-risk', reasons, ...counts }
  return { delivery: 'on-track', reasons: [inHand(action, open), ...reasons], ...counts }
}

function deliveredReasons(action: DeliveryFacts, open: readonly MilestoneFacts[]) {
  const on = action.deliveredOn!
  const late = action.dueOn ? daysBetween(action.dueOn, on) : 0
  const delivered =
    late > 0
      ? reason(
          'delivered-late',
          null,
          `delivered ${counted(late, 'day')} late`,
          `Delivered on ${longDate(on)}, ${counted(late, 'day')} after its due date.`,
        )
      : reason('delivered', null, 'delivered', `Delivered on ${longDate(on)}.`)
  const left = reason(
    'milestones-open',
    null,
    `${counted(open.length, 'milestone')} still open`,
    `${counted(open.length, 'milestone')} ${are(open.length)} still open.`,
  )
  return [delivered, ...(open.length > 0 ? [left] : []), ...movedReasons(action)]
}

function movedReasons({ originalDueOn, dueOn }: DeliveryFacts): DeliveryReason[] {
  if (originalDueOn === null || dueOn === null || originalDueOn === dueOn) return []
  const moved = daysBetween(originalDueOn, dueOn)
  const by = `${counted(Math.abs(moved), 'day')} ${moved > 0 ? 'later' : 'earlier'}`
  return [
    reason(
      'date-moved',
      null,
      `date moved ${by}`,
      `Its due date was ${longDate(originalDueOn)} and is now ${by}.`,
    ),
  ]
}

function dateReasons(
  action: DeliveryFacts,
  open: readonly MilestoneFacts[],
  settings: DeliverySettings,
): DeliveryReason[] {
  const { dueOn, today } = action
  if (dueOn === null) {
    return [reason('no-due-date', 'at-risk', 'no due date', 'It has no due date.')]
  }
  const reasons = movedReasons(action)
  const left = daysBetween(today, dueOn)
  if (left < 0) {
    const by = counted(-left, 'day')
    reasons.push(
      reason(
        'overdue',
        'off-track',
        `${by} overdue`,
        `It was due on ${longDate(dueOn)}, ${by} ago.`,
      ),
    )
  } else if (left <= settings.dueSoonDays && open.length > 0) {
    const when = inWords(dueOn, today)
    reasons.push(
      reason(
        'due-soon',
        'at-risk',
        `due ${when}, ${counted(open.length, 'milestone')} open`,
        `It is due ${when} and ${counted(open.length, 'milestone')} ${are(open.length)} open.`,
      ),
    )
  }
  return reasons
}

function milestoneReasons(
  action: DeliveryFacts,
  open: readonly MilestoneFacts[],
  late: readonly MilestoneFacts[],
  settings: DeliverySettings,
): DeliveryReason[] {
  const reasons: DeliveryReason[] = []
  if (late.length > 0) {
    const days = daysBetween(late[0]!.dueOn, action.today)
    const tooLate = late.length > 1 || days > settings.milestoneTooLateDays
    reasons.push(
      reason(
        'milestones-late',
        tooLate ? 'off-track' : 'at-risk',
        `${counted(late.length, 'milestone')} late`,
        late.length === 1
          ? `The milestone “${late[0]!.title}” is ${counted(days, 'day')} late.`
          : `${late.length} milestones are late, the first by ${counted(days, 'day')}.`,
      ),
    )
  }
  const dueOn = action.dueOn
  const after = dueOn === null ? [] : open.filter((one) => one.dueOn > dueOn)
  if (after.length > 0) {
    reasons.push(
      reason(
        'milestones-after-due-date',
        'at-risk',
        `${counted(after.length, 'milestone')} planned after the due date`,
        `${counted(after.length, 'milestone')} ${are(after.length)} planned after the action’s own due date.`,
      ),
    )
  }
  return reasons
}

function peopleReasons(
  action: DeliveryFacts,
  update: NonNullable<DeliveryFacts['latestUpdate']> | null,
  waiting: boolean,
  settings: DeliverySettings,
): DeliveryReason[] {
  const reasons: DeliveryReason[] = []
  if (action.ownerId === null) {
    reasons.push(reason('no-owner', 'at-risk', 'no owner', 'Nobody owns it.'))
  } else if (action.ownerLeft) {
    reasons.push(reason('owner-left', 'at-risk', 'its owner left', 'Its owner has left.'))
  }
  const said = update?.statedDelivery
  if (update && (said === 'at-risk' || said === 'off-track')) {
    const title = deliveryTitles[said].toLowerCase()
    reasons.push(
      reason(
        'stated-worse',
        said,
        `stated ${title}`,
        `The update of ${longDate(update.saidOn)} says it is ${title}.`,
      ),
    )
  }
  const silentSince = update?.saidOn ?? action.startOn
  if (!waiting && silentSince && addDays(silentSince, settings.updateEveryDays) < action.today) {
    const days = counted(daysBetween(silentSince, action.today), 'day')
    reasons.push(
      update
        ? reason('no-update', 'at-risk', `no update for ${days}`, `There is no update for ${days}.`)
        : reason(
            'no-update',
            'at-risk',
            `no update since it started`,
            `There is no update since it started ${days} ago.`,
          ),
    )
  }
  return reasons
}

/** What tells since when nobody has said how an action stands. */
export interface SilenceFacts {
  startOn: CalendarDate | null
  deliveredOn: CalendarDate | null
  latestUpdate?: { saidOn: CalendarDate } | null
  /** the day it was entered here */
  madeOn: CalendarDate
}

/** The day of its last update; without one the day it began, or where none is named, was made. */
const silentFrom = ({ latestUpdate, startOn, madeOn }: SilenceFacts): CalendarDate =>
  latestUpdate?.saidOn ?? startOn ?? madeOn

/** The first day on which an open action counts as silent, should nobody say anything until then. */
export const silentOn = (
  action: SilenceFacts,
  settings: DeliverySettings = defaultDeliverySettings,
): CalendarDate => addDays(silentFrom(action), settings.updateEveryDays + 1)

/**
 * Whether an open action has had no update for longer than the council allows. More than the reason
 * "no-update" asks: that is only given of work that has begun, and an action of an old plan, without a
 * start date and without a word, is what somebody looking for silence wants to find.
 */
export const isSilent = (
  action: SilenceFacts,
  today: CalendarDate,
  settings: DeliverySettings = defaultDeliverySettings,
): boolean => !isDelivered(action.deliveredOn, today) && silentOn(action, settings) <= today

const notStarted = ({ startOn }: DeliveryFacts): DeliveryReason =>
  startOn
    ? reason('starts-later', null, 'not started', `It starts on ${longDate(startOn)}.`)
    : reason('no-start', null, 'not started', 'It has no start date and nothing is recorded yet.')

function inHand(action: DeliveryFacts, open: readonly MilestoneFacts[]): DeliveryReason {
  const milestones =
    action.milestones.length === 0
      ? ''
      : `, ${action.milestones.length - open.length} of ${counted(action.milestones.length, 'milestone')} done`
  return reason(
    'in-hand',
    null,
    'on track',
    `It is due ${inWords(action.dueOn!, action.today)}${milestones}.`,
  )
}

export interface OptimismGap {
  stated: Delivery
  saidOn: CalendarDate
  derived: Delivery
  /** How many steps better the statement is than the facts: 1 to 3. */
  steps: number
  /** "Stated on track, 2 milestones late." */
  sentence: string
}

// An action that has not started is neither better nor worse than one on track.
const standing: Record<Delivery, number> = {
  'off-track': 0,
  'at-risk': 1,
  'not-started': 2,
  'on-track': 2,
  delivered: 3,
}

/**
 * The difference where the latest update says better than the facts; undefined where there is no
 * update, or it says the same or worse.
 */
export function optimismGap(
  action: DeliveryFacts,
  derived: DerivedDelivery,
): OptimismGap | undefined {
  const update = action.latestUpdate
  if (!update || update.saidOn > action.today) return undefined
  const steps = standing[update.statedDelivery] - standing[derived.delivery]
  if (steps <= 0) return undefined
  const because = derived.reasons
    .filter((one) => one.makes !== null && one.kind !== 'stated-worse')
    .map((one) => one.brief)
  if (because.length === 0) because.push('not marked as delivered')
  return {
    stated: update.statedDelivery,
    saidOn: update.saidOn,
    derived: derived.delivery,
    steps,
    sentence: `Stated ${deliveryTitles[update.statedDelivery].toLowerCase()}, ${because.join(', ')}.`,
  }
}

/** The leaders' figure: of the actions with an update, how many are stated better than they are. */
export function optimismFigure(actions: readonly { hasUpdate: boolean; isOptimistic: boolean }[]): {
  stated: number
  optimistic: number
  sentence: string
} {
  const stated = actions.filter((one) => one.hasUpdate).length
  const optimistic = actions.filter((one) => one.isOptimistic).length
  return {
    stated,
    optimistic,
    sentence: `${optimistic} of ${counted(stated, 'action')} with an update ${are(optimistic)} stated better than dates and milestones show.`,
  }
}
