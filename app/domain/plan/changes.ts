/**
 * What moved between two days: better, worse, delivered, assured, slipped and by how much, dates
 * moved (the dodges marked), owners lost; first what got worse.
 *
 * An action that is worse in one of delivery, assurance and impact is worse, whatever else is better:
 * worst first. Source: PRODUCT rules 4, 5 and 9.
 */
import { deliveryTitles } from '../action/delivery'
import { impactTitles } from '../action/impact'
import { isUnowned } from '../action/ownership'
import { type ActionStanding, actionStanding } from '../action/standing'
import { assuranceTitles } from '../evidence/assurance'
import { type CalendarDate, counted, daysBetween, longDate } from '../time/calendar-date'
import type { Cause, Plan, PlanAction } from './plan'
import { rankOf, readinessOf, type Verdict, verdictTitles } from './readiness'

export const directions = ['worse', 'better', 'neither'] as const
export type Direction = (typeof directions)[number]

export type ChangeKind =
  | 'readiness'
  | 'delivered'
  | 'delivery'
  | 'assurance'
  | 'impact'
  | 'date-moved'
  | 'date-dodged'
  | 'owner'
  | 'new'
  | 'gone'

export interface Change {
  kind: ChangeKind
  direction: Direction
  sentence: string
}

/** One thing that moved, with everything about it that changed. */
export interface Moved {
  cause: Cause
  /** worse where anything of it is worse */
  direction: Direction
  /** Worse first; never empty. */
  changes: readonly Change[]
}

export interface PlanChanges {
  from: CalendarDate
  to: CalendarDate
  /** Actions. */
  better: number
  worse: number
  /** Worse first; recommendations whose verdict changed before actions. */
  moved: readonly Moved[]
}

const change = (kind: ChangeKind, direction: Direction, sentence: string): Change => ({
  kind,
  direction,
  sentence,
})

const worseFirst = (a: { direction: Direction }, b: { direction: Direction }): number =>
  directions.indexOf(a.direction) - directions.indexOf(b.direction)

const compared = (before: number, now: number): Direction =>
  now < before ? 'worse' : now > before ? 'better' : 'neither'

/** What moved from one day's plan to a later day's. The same plan twice gives nothing. */
export function changesBetween(before: Plan, now: Plan): PlanChanges {
  const then = new Map(before.actions.map((action) => [action.id, action]))
  const still = new Set(now.actions.map((action) => action.id))
  const actions = [
    ...now.actions.flatMap(
      (action) => movedAction(then.get(action.id), action, before.on, now.on) ?? [],
    ),
    ...before.actions
      .filter((action) => !still.has(action.id))
      .map((action) => moved(action, [change('gone', 'neither', 'No longer in the plan.')])),
  ]
  return {
    from: before.on,
    to: now.on,
    better: actions.filter((one) => one.direction === 'better').length,
    worse: actions.filter((one) => one.direction === 'worse').length,
    moved: [...movedVerdicts(before, now), ...actions].sort(worseFirst),
  }
}

function moved({ id, title }: PlanAction, changes: readonly Change[]): Moved {
  const sorted = [...changes].sort(worseFirst)
  return {
    cause: { kind: 'action', id, title },
    direction: sorted[0]?.direction ?? 'neither',
    changes: sorted,
  }
}

function movedVerdicts(before: Plan, now: Plan): Moved[] {
  const verdictsOf = (plan: Plan) =>
    new Map(
      readinessOf(plan).areas.flatMap((area) =>
        area.recommendations.map((one): [number, Verdict] => [one.recommendation.id, one.verdict]),
      ),
    )
  const then = verdictsOf(before)
  const since = verdictsOf(now)
  return now.recommendations.flatMap(({ id, text }): Moved[] => {
    const was = then.get(id)
    const is = since.get(id)
    if (was === undefined || is === undefined || was === is) return []
    const direction = compared(rankOf.verdict(was), rankOf.verdict(is))
    const sentence = `Was “${verdictTitles[was].toLowerCase()}”, is “${verdictTitles[is].toLowerCase()}”.`
    return [
      {
        cause: { kind: 'recommendation', id, title: text },
        direction,
        changes: [change('readiness', direction, sentence)],
      },
    ]
  })
}

function movedAction(
  before: PlanAction | undefined,
  now: PlanAction,
  from: CalendarDate,
  to: CalendarDate,
): Moved | undefined {
  if (!before) return moved(now, [change('new', 'neither', 'New in the plan.')])
  const was = actionStanding(before, from)
  const is = actionStanding(now, to)
  const changes = [
    ...deliveryChanges(was, is, now),
    ...assuranceChanges(was, is),
    ...impactChanges(was, is),
    ...dateChanges(before, now),
    ...ownerChanges(before, now),
  ]
  return changes.length === 0 ? undefined : moved(now, changes)
}

function deliveryChanges(was: ActionStanding, is: ActionStanding, now: PlanAction): Change[] {
  const [before, after] = [was.delivery.rating, is.delivery.rating]
  if (before === after) return []
  if (after === 'delivered') {
    const on = now.deliveredOn ? ` on ${longDate(now.deliveredOn)}` : ''
    return [change('delivered', 'better', `Delivered${on}.`)]
  }
  const because = is.delivery.because.filter((one) => one.makes !== null).map((one) => one.brief)
  const why = because.length > 0 ? `: ${because.join(', ')}` : ''
  const words = `Was ${deliveryTitles[before].toLowerCase()}, is ${deliveryTitles[after].toLowerCase()}${why}.`
  return [change('delivery', compared(rankOf.delivery(before), rankOf.delivery(after)), words)]
}

function assuranceChanges(
  { assurance: was }: ActionStanding,
  { assurance: is }: ActionStanding,
): Change[] {
  const gone = is.stale - was.stale
  const stale = gone > 0 ? `${pieces(gone)} went out of date` : undefined
  const more = is.accepted - was.accepted
  const accepted = more > 0 ? `${pieces(more)} accepted` : undefined
  if (was.assurance === is.assurance) {
    const direction = compared(was.kindsCovered.length, is.kindsCovered.length)
    return [
      ...(stale
        ? [change('assurance', direction === 'worse' ? 'worse' : 'neither', sentenceOf(stale))]
        : []),
      ...(accepted
        ? [change('assurance', direction === 'better' ? 'better' : 'neither', sentenceOf(accepted))]
        : []),
    ]
  }
  const direction = compared(rankOf.assurance(was.assurance), rankOf.assurance(is.assurance))
  const why = direction === 'worse' ? stale : accepted
  const title = (assurance: typeof is.assurance) => assuranceTitles[assurance].toLowerCase()
  return [
    change(
      'assurance',
      direction,
      `Assurance: was “${title(was.assurance)}”, is “${title(is.assurance)}”${why ? `: ${why}` : ''}.`,
    ),
  ]
}

const pieces = (count: number): string => counted(count, 'piece of evidence', 'pieces of evidence')
const sentenceOf = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`

function impactChanges({ impact: was }: ActionStanding, { impact: is }: ActionStanding): Change[] {
  if (was.impact === is.impact) return []
  const words = `Impact: was “${impactTitles[was.impact].toLowerCase()}”, is “${impactTitles[is.impact].toLowerCase()}”.`
  return [change('impact', compared(rankOf.impact(was.impact), rankOf.impact(is.impact)), words)]
}

function dateChanges(before: PlanAction, now: PlanAction): Change[] {
  if (now.dueOn === null) return []
  if (before.dueOn === null) {
    return [change('date-moved', 'better', `Now has a due date, ${longDate(now.dueOn)}.`)]
  }
  const took = new Set(effective(before).map((one) => one.id))
  const since = effective(now).filter((one) => !took.has(one.id))
  const dodges = [...new Set(since.flatMap((one) => one.lateMove))]
  const days = daysBetween(before.dueOn, now.dueOn)
  const changes: Change[] = []
  if (days !== 0) {
    const times = since.length > 1 ? `, in ${since.length} moves` : ''
    const by = `${counted(Math.abs(days), 'day')} ${days > 0 ? 'later' : 'earlier'}`
    const sentence = `Its date moved ${by}, from ${longDate(before.dueOn)} to ${longDate(now.dueOn)}${times}.`
    changes.push(change('date-moved', days > 0 ? 'worse' : 'neither', sentence))
  }
  return [...changes, ...dodges.map((words) => change('date-dodged', 'worse', words))]
}

const effective = (action: PlanAction) =>
  action.dueDateChanges.filter((one) => one.decision === 'agreed' || one.decision === 'not-needed')

function ownerChanges(before: PlanAction, now: PlanAction): Change[] {
  if (before.ownerId === now.ownerId) {
    if (isUnowned(before) === isUnowned(now)) return []
    return isUnowned(now)
      ? [change('owner', 'worse', `Its owner, ${now.ownerName ?? 'somebody'}, has left.`)]
      : [change('owner', 'better', `Its owner, ${now.ownerName ?? 'somebody'}, is back.`)]
  }
  if (now.ownerId === null) return [change('owner', 'worse', 'Nobody owns it any more.')]
  const name = now.ownerName ?? 'somebody'
  return isUnowned(before) && !isUnowned(now)
    ? [change('owner', 'better', `Now owned by ${name}.`)]
    : [
        change(
          'owner',
          'neither',
          `Now owned by ${name}, before by ${before.ownerName ?? 'nobody'}.`,
        ),
      ]
}
