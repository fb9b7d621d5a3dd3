/**
 * What moved between two days: better, worse, delivered, assured, slipped and by how much, dates
 * moved (the dodges marked), evidence accepted and out of date, colours and verdicts up and down, new
 * owners, new signals of measures and those that came and went; first what got worse, and of that what
 * weighs most.
 *
 * An action that is worse in one of delivery, assurance and impact is worse, whatever else is better:
 * worst first. What fell so far that its recommendation cannot be ready weighs more than what only
 * slipped. A signal that has gone is neither: that a measure shows nothing any more proves nothing.
 * A piece of evidence that the reader may not see on either day counts, and is never named.
 * Source: PRODUCT rules 2, 4, 5 and 9; issue 6, "Compare".
 */
import { type Delivery, deliveryTitles } from '../action/delivery'
import { type Impact, impactTitles } from '../action/impact'
import { isUnowned } from '../action/ownership'
import type { ActionStanding } from '../action/standing'
import { type Assurance, assuranceTitles } from '../evidence/assurance'
import type { LinkedMeasure } from '../measure/effect'
import type { Meaning } from '../measure/signals'
import { type CalendarDate, counted, daysBetween, longDate } from '../time/calendar-date'
import {
  type AcceptedPiece,
  acceptedForItself,
  acceptedOfAction,
  isInDate,
  kindsInDate,
} from './accepted-evidence'
import { type Brag, bragRank, bragTitles } from './brag'
import { type Cause, type Plan, type PlanAction, type PlanRecommendation, standingIn } from './plan'
import { rankOf, readyAtMost, type Verdict, verdictsOf, verdictTitles } from './readiness'

export const directions = ['worse', 'better', 'neither'] as const
export type Direction = (typeof directions)[number]

/** What weighs most stands first: of two things that got worse the same way, its place decides. */
export const changeKinds = [
  'readiness',
  'impact',
  'signal',
  'delivered',
  'delivery',
  'assurance',
  'owner',
  'date-dodged',
  'date-moved',
  'evidence',
  'brag',
  'new',
  'gone',
] as const
export type ChangeKind = (typeof changeKinds)[number]

export interface Change {
  kind: ChangeKind
  direction: Direction
  sentence: string
  /** its recommendation cannot be ready while it is so */
  isGrave?: boolean
  /** of a due date: how many days later, negative for earlier */
  days?: number
  /** the colours before and after */
  colours?: { was: Brag; is: Brag }
  /** the evidence that it is about, as far as the reader may see it */
  causes?: readonly Cause[]
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
  /** All that moved, actions or not. */
  counts: Record<Direction, number>
  /** Worse first, and of that what weighs most; recommendations before measures and actions. */
  moved: readonly Moved[]
}

const change = (
  kind: ChangeKind,
  direction: Direction,
  sentence: string,
  more: Omit<Change, 'kind' | 'direction' | 'sentence'> = {},
): Change => ({ kind, direction, sentence, ...more })

const worseFirst = (a: { direction: Direction }, b: { direction: Direction }): number =>
  directions.indexOf(a.direction) - directions.indexOf(b.direction)

const compared = (before: number, now: number): Direction =>
  now < before ? 'worse' : now > before ? 'better' : 'neither'

const known = new WeakMap<Plan, WeakMap<Plan, PlanChanges>>()

/**
 * What moved from one day's plan to a later day's. The same plan twice gives nothing. Plans that were
 * read do not change, so that two are compared once, however many parts of a page ask.
 */
export function changesBetween(before: Plan, now: Plan): PlanChanges {
  const since = known.get(before) ?? new WeakMap<Plan, PlanChanges>()
  known.set(before, since)
  const changes = since.get(now) ?? comparedPlans(before, now)
  since.set(now, changes)
  return changes
}

function comparedPlans(before: Plan, now: Plan): PlanChanges {
  const then = new Map(before.actions.map((action) => [action.id, action]))
  const still = new Set(now.actions.map(({ id }) => id))
  const actions = [
    ...now.actions.flatMap((action) => movedAction(then.get(action.id), action, before, now)),
    ...before.actions
      .filter(({ id }) => !still.has(id))
      .map((action) =>
        moved(causeOf(action), [change('gone', 'neither', 'No longer in the plan.')]),
      ),
  ]
  const all = [...movedRecommendations(before, now), ...movedMeasures(before, now), ...actions]
  const going = (those: readonly Moved[], direction: Direction) =>
    those.filter((one) => one.direction === direction).length
  return {
    from: before.on,
    to: now.on,
    better: going(actions, 'better'),
    worse: going(actions, 'worse'),
    counts: {
      worse: going(all, 'worse'),
      better: going(all, 'better'),
      neither: going(all, 'neither'),
    },
    moved: inOrder(all),
  }
}

/** As many of each direction as a page has room for; the counts stay those of all. */
export const inBrief = (changes: PlanChanges, most: Record<Direction, number>): PlanChanges => ({
  ...changes,
  moved: directions.flatMap((direction) =>
    changes.moved.filter((one) => one.direction === direction).slice(0, most[direction]),
  ),
})

const causeOf = ({ id, title }: PlanAction): Cause => ({ kind: 'action', id, title })

function moved(cause: Cause, changes: readonly Change[]): Moved {
  const sorted = [...changes].sort(worseFirst)
  return { cause, direction: sorted[0]?.direction ?? 'neither', changes: sorted }
}

/** Worse before better before neither; of the same direction first what weighs most. */
const inOrder = (all: readonly Moved[]): Moved[] =>
  all
    .map((one) => ({ one, weights: [directions.indexOf(one.direction), ...weightsOf(one)] }))
    .sort(
      (a, b) =>
        a.weights
          .map((weight, at) => weight - b.weights[at]!)
          .find((difference) => difference !== 0) ?? 0,
    )
    .map(({ one }) => one)

/** Smaller weighs more. */
function weightsOf({ direction, changes }: Moved): number[] {
  const those = changes.filter((one) => one.direction === direction)
  const place = ({ kind, isGrave }: Change): number =>
    changeKinds.indexOf(kind) + (isGrave ? 0 : changeKinds.length)
  const days = those.reduce((sum, one) => sum + Math.abs(one.days ?? 0), 0)
  return [
    // recommendations first: what an inspector judges
    those.some(({ kind }) => kind === 'readiness') ? 0 : 1,
    Math.min(...those.map(place)),
    -those.length,
    -days,
  ]
}

function movedRecommendations(before: Plan, now: Plan): Moved[] {
  const [then, since] = [verdictsOf(before), verdictsOf(now)]
  const there = new Map(before.recommendations.map((one) => [one.id, one]))
  const still = new Set(now.recommendations.map(({ id }) => id))
  const told = ({ id, text }: PlanRecommendation, ...changes: Change[]): Moved[] =>
    changes.length === 0 ? [] : [moved({ kind: 'recommendation', id, title: text }, changes)]
  return [
    ...now.recommendations.flatMap((one): Moved[] => {
      const earlier = there.get(one.id)
      if (!earlier) return told(one, change('new', 'neither', 'New: a report asks for it.'))
      return told(
        one,
        ...verdictChanges(then.get(one.id), since.get(one.id)),
        ...ownEvidenceChanges(
          { plan: before, accepted: acceptedForItself(earlier, before) },
          { plan: now, accepted: acceptedForItself(one, now) },
        ),
      )
    }),
    ...before.recommendations
      .filter(({ id }) => !still.has(id))
      .flatMap((one) => told(one, change('gone', 'neither', 'No longer in the plan.'))),
  ]
}

function verdictChanges(was: Verdict | undefined, is: Verdict | undefined): Change[] {
  if (was === undefined || is === undefined || was === is) return []
  const words = `Was “${verdictTitles[was].toLowerCase()}”, is “${verdictTitles[is].toLowerCase()}”.`
  return [change('readiness', compared(rankOf.verdict(was), rankOf.verdict(is)), words)]
}

/** It assures no action, so that it is worse or better only by the kinds that it shows. */
function ownEvidenceChanges(was: AcceptedIn, is: AcceptedIn): Change[] {
  const shown = ({ accepted, plan: { on } }: AcceptedIn) => kindsInDate(accepted, on).length
  const { fewer, more } = evidenceMoved(was, is, ' for the recommendation itself')
  const direction = compared(shown(was), shown(is))
  return [...inWords(fewer, 'worse', direction), ...inWords(more, 'better', direction)]
}

function movedMeasures({ measures: before = [] }: Plan, { measures: now = [] }: Plan): Moved[] {
  const then = new Map(before.map((one) => [one.id, one]))
  return now.flatMap((measure): Moved[] => {
    const before = then.get(measure.id)
    const was = signalOf(before)
    const is = signalOf(measure)
    const cause: Cause = { kind: 'measure', id: measure.id, title: measure.title }
    const { isNew, passed } = signalsSince(before, measure)
    const changes = before ? passed : [change('new', 'neither', 'New in the plan.')]
    if (is !== undefined && isNew) {
      const sentence = `A new signal of ${is}: ${inSentence(measure.finding)}.`
      const isGrave = is === 'concern'
      return [moved(cause, [change('signal', directionOf[is], sentence, { isGrave }), ...changes])]
    }
    if (was !== undefined && is === undefined) {
      const gone = `Its signal of ${was} has gone: ${inSentence(measure.finding)}.`
      return [moved(cause, [change('signal', 'neither', gone), ...changes])]
    }
    return before && passed.length > 0 ? [moved(cause, passed)] : []
  })
}

/**
 * Whether the signal of the later day is another than that of the earlier one, also where both mean the
 * same and a figure in between showed none; and what came and went, which neither day says.
 */
function signalsSince(
  before: LinkedMeasure | undefined,
  now: LinkedMeasure,
): { isNew: boolean; passed: Change[] } {
  const [was, is] = [signalOf(before), signalOf(now)]
  const known = before?.standing.latest?.from
  const since = now.standing.points.filter(({ from }) => known === undefined || from > known)
  const runs = since.reduce<{ meaning: Meaning | undefined; from: CalendarDate }[]>(
    (all, { signal, from }) =>
      all.length > 0 && all.at(-1)!.meaning === signal?.meaning
        ? all
        : [...all, { meaning: signal?.meaning, from }],
    [],
  )
  // The first run may go on with the signal of the earlier day; the last is that of the later day.
  const begun = runs.filter(({ meaning }, at) => at > 0 || meaning !== was)
  const passed = begun.filter(({ meaning }, at) => meaning !== undefined && at < begun.length - 1)
  return {
    isNew: runs.length === 0 ? was !== is : begun.length > 0,
    passed: passed
      .filter(({ meaning }, at) => passed.findIndex((one) => one.meaning === meaning) === at)
      .map(({ meaning, from }) =>
        change(
          'signal',
          'neither',
          `A signal of ${meaning} came and went between these days, first in the figure from ${longDate(from)}.`,
        ),
      ),
  }
}

const directionOf: Record<Meaning, Direction> = {
  concern: 'worse',
  improvement: 'better',
  change: 'neither',
}

const signalOf = (measure: LinkedMeasure | undefined): Meaning | undefined =>
  measure?.standing.latest?.signal?.meaning

const inSentence = (words: string): string => `${words.charAt(0).toLowerCase()}${words.slice(1)}`

function movedAction(
  before: PlanAction | undefined,
  now: PlanAction,
  planBefore: Plan,
  planNow: Plan,
): Moved[] {
  if (!before) return [moved(causeOf(now), [change('new', 'neither', 'New in the plan.')])]
  const was = standingIn(planBefore, before)
  const is = standingIn(planNow, now)
  const changes = [
    ...deliveryChanges(was, is, now),
    ...evidenceChanges(
      was,
      is,
      evidenceMoved(
        { plan: planBefore, accepted: acceptedOfAction(before) },
        { plan: planNow, accepted: acceptedOfAction(now) },
      ),
    ),
    ...impactChanges(was, is),
    ...dateChanges(before, now),
    ...ownerChanges(before, now),
    ...colourChanges(was, is),
  ]
  return changes.length === 0 ? [] : [moved(causeOf(now), changes)]
}

const isGraveIn = <Rating extends string>(atMost: Record<Rating, Verdict>, rating: Rating) => ({
  isGrave: atMost[rating] === 'not-yet',
})

function deliveryChanges(was: ActionStanding, is: ActionStanding, now: PlanAction): Change[] {
  const [before, after] = [was.delivery.rating, is.delivery.rating]
  if (before === after) return []
  if (after === 'delivered') {
    const on = now.deliveredOn ? ` on ${longDate(now.deliveredOn)}` : ''
    return [change('delivered', 'better', `Delivered${on}.`)]
  }
  const because = is.delivery.because.filter((one) => one.makes !== null).map((one) => one.brief)
  const why = because.length > 0 ? `: ${because.join(', ')}` : ''
  const words = `Was ${title.delivery(before)}, is ${title.delivery(after)}${why}.`
  const direction = compared(rankOf.delivery(before), rankOf.delivery(after))
  return [change('delivery', direction, words, isGraveIn(readyAtMost.delivery, after))]
}

const title = {
  delivery: (delivery: Delivery) => deliveryTitles[delivery].toLowerCase(),
  assurance: (assurance: Assurance) => assuranceTitles[assurance].toLowerCase(),
  impact: (impact: Impact) => impactTitles[impact].toLowerCase(),
}

/** What is accepted on one of the two days. */
interface AcceptedIn {
  plan: Plan
  accepted: readonly AcceptedPiece[]
}

interface ToldPieces {
  words: string
  causes: Cause[]
}

interface EvidenceMoved {
  /** was not accepted before */
  more: ToldPieces[]
  /**
   * Was accepted and in date and is out of date; or was accepted and counts no longer: judged anew,
   * replaced by a later version, or taken away.
   */
  fewer: ToldPieces[]
}

function evidenceMoved(was: AcceptedIn, is: AcceptedIn, of = ''): EvidenceMoved {
  const then = new Map(was.accepted.map((one) => [one.id, one]))
  const since = new Set(is.accepted.map(({ id }) => id))
  const isNamed = ({ id }: AcceptedPiece) =>
    !was.plan.unnamedEvidence?.has(id) && !is.plan.unnamedEvidence?.has(id)
  const told = (those: readonly AcceptedPiece[], what: string): ToldPieces[] => {
    const causes = those
      .filter(isNamed)
      .map(({ id, title }): Cause => ({ kind: 'evidence', id, title }))
    return those.length === 0 ? [] : [{ words: `${pieces(those.length)}${of} ${what}`, causes }]
  }
  const stale = is.accepted.filter((one) => {
    const before = then.get(one.id)
    return before && isInDate(before, was.plan.on) && !isInDate(one, is.plan.on)
  })
  const lost = was.accepted.filter(({ id }) => !since.has(id))
  return {
    more: told(
      is.accepted.filter(({ id }) => !then.has(id)),
      'accepted',
    ),
    fewer: [
      ...told(stale, 'went out of date'),
      ...told(lost, lost.length === 1 ? 'no longer counts' : 'no longer count'),
    ],
  }
}

/** The pieces that moved one way, which weigh only where the whole went that way. */
const inWords = (
  those: readonly ToldPieces[],
  toward: Direction,
  whole: Direction = 'neither',
): Change[] =>
  those.map(({ words, causes }) =>
    change('evidence', whole === toward ? toward : 'neither', `${words}.`, named(causes)),
  )

const named = (causes: Cause[]) => (causes.length === 0 ? {} : { causes })

/** What the assurance rose or fell by, and what went the other way all the same. */
function evidenceChanges(
  { assurance: was }: ActionStanding,
  { assurance: is }: ActionStanding,
  { more, fewer }: EvidenceMoved,
): Change[] {
  if (was.assurance !== is.assurance) {
    const direction = compared(rankOf.assurance(was.assurance), rankOf.assurance(is.assurance))
    const [why, against] = direction === 'worse' ? [fewer, more] : [more, fewer]
    const words = [
      `Assurance: was “${title.assurance(was.assurance)}”, is “${title.assurance(is.assurance)}”`,
      ...(why.length === 0 ? [] : [why.map((one) => one.words).join(', ')]),
    ]
    return [
      change('assurance', direction, `${words.join(': ')}.`, {
        ...isGraveIn(readyAtMost.assurance, is.assurance),
        ...named(why.flatMap((one) => one.causes)),
      }),
      ...inWords(against, 'neither'),
    ]
  }
  const direction = compared(was.kindsCovered.length, is.kindsCovered.length)
  return [...inWords(fewer, 'worse', direction), ...inWords(more, 'better', direction)]
}

const pieces = (count: number): string => counted(count, 'piece of evidence', 'pieces of evidence')

function impactChanges({ impact: was }: ActionStanding, { impact: is }: ActionStanding): Change[] {
  if (was.impact === is.impact) return []
  const words = `Impact: was “${title.impact(was.impact)}”, is “${title.impact(is.impact)}”.`
  const direction = compared(rankOf.impact(was.impact), rankOf.impact(is.impact))
  return [change('impact', direction, words, isGraveIn(readyAtMost.impact, is.impact))]
}

/** The council's colour, by the table of each day. */
function colourChanges({ brag: was }: ActionStanding, { brag: is }: ActionStanding): Change[] {
  if (was === is) return []
  const words = `Colour: was “${bragTitles[was].toLowerCase()}”, is “${bragTitles[is].toLowerCase()}”.`
  const direction = compared(bragRank(is), bragRank(was))
  return [change('brag', direction, words, { colours: { was, is } })]
}

function dateChanges(before: PlanAction, now: PlanAction): Change[] {
  if (now.dueOn === null) {
    return before.dueOn === null ? [] : [change('date-moved', 'worse', 'Has no due date any more.')]
  }
  if (before.dueOn === null) {
    return [change('date-moved', 'better', `Now has a due date, ${longDate(now.dueOn)}.`)]
  }
  const took = new Set(effective(before).map((one) => one.id))
  const since = effective(now).filter((one) => !took.has(one.id))
  // one move is one dodge, however many reasons it counts as late for
  const late = since.filter((one) => one.lateMove.length > 0)
  const dodges = [...new Set(late.map((one) => one.lateMove.join(' ')))]
  const days = daysBetween(before.dueOn, now.dueOn)
  const changes: Change[] = []
  if (days !== 0) {
    const times = since.length > 1 ? `, in ${since.length} moves` : ''
    const by = `${counted(Math.abs(days), 'day')} ${days > 0 ? 'later' : 'earlier'}`
    const sentence = `Its date moved ${by}, from ${longDate(before.dueOn)} to ${longDate(now.dueOn)}${times}.`
    changes.push(change('date-moved', days > 0 ? 'worse' : 'neither', sentence, { days }))
  }
  return [...changes, ...dodges.map((words) => change('date-dodged', 'worse', words))]
}

const effective = (action: PlanAction) =>
  action.dueDateChanges.filter((one) => one.decision === 'agreed' || one.decision === 'not-needed')

function ownerChanges(before: PlanAction, now: PlanAction): Change[] {
  const direction = compared(Number(!isUnowned(before)), Number(!isUnowned(now)))
  const name = now.ownerName ?? 'somebody'
  if (before.ownerId === now.ownerId) {
    if (direction === 'neither') return []
    const words = direction === 'worse' ? 'has left' : 'is back'
    return [change('owner', direction, `Its owner, ${name}, ${words}.`)]
  }
  if (now.ownerId === null) return [change('owner', direction, 'Nobody owns it any more.')]
  if (direction === 'better') return [change('owner', direction, `Now owned by ${name}.`)]
  const whoLeft = isUnowned(now) ? ', who has left' : ''
  const owned = `Now owned by ${name}${whoLeft}, before by ${before.ownerName ?? 'nobody'}.`
  return [change('owner', direction, owned)]
}
