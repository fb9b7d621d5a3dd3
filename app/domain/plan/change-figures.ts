/**
 * What moved between two days, in numbers: for each thing that is counted how many there were then and
 * are now, how many came and how many went, since a sum that stays the same may hide both; and by how
 * much dates slipped, how many colours and verdicts went up and down, who took over and who is gone.
 *
 * A count of delivered actions is never readiness: it stands beside what was assured and what made a
 * difference. Source: PRODUCT rules 2, 4, 5 and 9; issue 6, "Compare".
 */
import { isUnowned } from '../action/ownership'
import type { ActionStanding } from '../action/standing'
import { acceptedForItself, acceptedOfAction, isInDate } from './accepted-evidence'
import type { ChangeKind, Direction, Moved } from './changes'
import { type Cause, type Plan, type PlanAction, standingIn } from './plan'
import { verdictsOf, type Verdict } from './readiness'

/** What is counted, in the order in which it is told, and whether more of it is better. */
export const figures = {
  actions: { title: 'Actions in the plan', better: undefined },
  delivered: { title: 'Delivered', better: 'more' },
  assured: { title: 'Assured', better: 'more' },
  difference: { title: 'Made a difference', better: 'more' },
  offTrack: { title: 'Off track', better: 'fewer' },
  late: { title: 'Past their due date', better: 'fewer' },
  unowned: { title: 'Without an owner', better: 'fewer' },
  inDate: { title: 'Evidence accepted and in date', better: 'more' },
  outOfDate: { title: 'Evidence accepted and out of date', better: 'fewer' },
  recommendations: { title: 'Recommendations', better: undefined },
  ready: { title: 'Recommendations ready', better: 'more' },
  notYet: { title: 'Recommendations not yet ready', better: 'fewer' },
  concern: { title: 'Measures with a signal of concern', better: 'fewer' },
  improvement: { title: 'Measures with a signal of improvement', better: 'more' },
} as const satisfies Record<string, { title: string; better: 'more' | 'fewer' | undefined }>
export type FigureKey = keyof typeof figures

export interface ComparedFigure {
  key: FigureKey
  was: number
  is: number
  /** counted now and not then */
  came: number
  /** counted then and not now */
  went: number
}

/** Which things are counted in a plan on its day. */
export function countedIn(plan: Plan): Record<FigureKey, ReadonlySet<number>> {
  const actions = plan.actions.map((action) => ({
    action,
    standing: standingIn(plan, action),
  }))
  const those = (is: (action: PlanAction, standing: ActionStanding) => boolean) =>
    idsOf(actions.filter(({ action, standing }) => is(action, standing)).map((one) => one.action))
  const accepted = [
    ...plan.actions.flatMap(acceptedOfAction),
    ...plan.recommendations.flatMap((one) => acceptedForItself(one, plan)),
  ]
  const judged = [...verdictsOf(plan)].map(([id, verdict]) => ({ id, verdict }))
  const verdict = (is: Verdict) => idsOf(judged.filter((one) => one.verdict === is))
  const signal = (meaning: 'concern' | 'improvement') =>
    idsOf(
      (plan.measures ?? []).filter(({ standing }) => standing.latest?.signal?.meaning === meaning),
    )
  return {
    actions: idsOf(plan.actions),
    delivered: those((_, { delivery }) => delivery.rating === 'delivered'),
    assured: those((_, { assurance }) => assurance.assurance === 'accepted'),
    difference: those((_, { impact }) => impact.impact === 'made-a-difference'),
    offTrack: those((_, { brag }) => brag === 'off-track'),
    late: those((_, { colour }) => colour.facts.daysLate > 0),
    unowned: those(isUnowned),
    inDate: idsOf(accepted.filter((one) => isInDate(one, plan.on))),
    outOfDate: idsOf(accepted.filter((one) => !isInDate(one, plan.on))),
    recommendations: idsOf(plan.recommendations),
    ready: verdict('ready'),
    notYet: verdict('not-yet'),
    concern: signal('concern'),
    improvement: signal('improvement'),
  }
}

const idsOf = (those: readonly { id: number }[]): ReadonlySet<number> =>
  new Set(those.map(({ id }) => id))

/** Then and now, figure by figure. */
export function figuresBetween(before: Plan, now: Plan): ComparedFigure[] {
  const [then, since] = [countedIn(before), countedIn(now)]
  return (Object.keys(figures) as FigureKey[]).map((key) => ({
    key,
    was: then[key].size,
    is: since[key].size,
    came: [...since[key]].filter((id) => !then[key].has(id)).length,
    went: [...then[key]].filter((id) => !since[key].has(id)).length,
  }))
}

export interface Tally {
  slipped: { actions: number; days: number; most: { days: number; cause: Cause } | undefined }
  broughtForward: { actions: number; days: number }
  /** moves made after the date had passed, or just before a board or visit */
  dodges: number
  colours: Record<'better' | 'worse', number>
  verdicts: Record<'better' | 'worse', number>
  owners: { took: number; passedOn: number; lost: number }
}

/** How much moved, added up from everything that did. */
export function tallyOf(moved: readonly Moved[]): Tally {
  const told = moved.flatMap(({ cause, changes }) => changes.map((one) => ({ ...one, cause })))
  const count = (kind: ChangeKind, direction: Direction) =>
    told.filter((one) => one.kind === kind && one.direction === direction).length
  const dates = told.flatMap(({ days = 0, cause }) => (days === 0 ? [] : [{ days, cause }]))
  const later = dates.filter(({ days }) => days > 0).sort((a, b) => b.days - a.days)
  const earlier = dates.filter(({ days }) => days < 0)
  const sum = (those: typeof dates) => those.reduce((all, { days }) => all + days, 0)
  return {
    slipped: { actions: later.length, days: sum(later), most: later[0] },
    broughtForward: { actions: earlier.length, days: -sum(earlier) },
    dodges: count('date-dodged', 'worse'),
    colours: { better: count('brag', 'better'), worse: count('brag', 'worse') },
    verdicts: { better: count('readiness', 'better'), worse: count('readiness', 'worse') },
    owners: {
      took: count('owner', 'better'),
      passedOn: count('owner', 'neither'),
      lost: count('owner', 'worse'),
    },
  }
}
