/**
 * Doing is not the same as helping, and a measure shows the difference. "Done but no effect yet": an
 * action is delivered, and the measure it is linked to shows no improvement since. "Moving the wrong way
 * with all actions green": a measure has a signal of concern while every action for it is on track or
 * delivered.
 *
 * An effect needs time: an action is held against its measure once three periods that began after its
 * delivery have their figures, the fewest by which more than a single outlier can show. An improvement
 * that has turned into a concern since is none. A measure that meets its target every time has nothing
 * left to improve, and one of which neither direction is better cannot.
 * Source: PRODUCT rule 2; issue 6.
 */
import type { Delivery } from '../action/delivery'
import type { CalendarDate } from '../time/calendar-date'
import type { MeasureGlance, MeasureStanding } from './standing'

/** A measure with what it is linked to. */
export interface LinkedMeasure {
  id: number
  title: string
  standing: MeasureStanding
  /** "Fell after June 2026, still above target" */
  finding: string
  isNeutral: boolean
  glance: MeasureGlance
  actionIds: readonly number[]
  recommendationIds: readonly number[]
}

interface WatchedAction {
  id: number
  deliveredOn: CalendarDate | null
  recommendations: readonly { id: number }[]
}

const periodsForAnEffect = 3

/** Whether the action is delivered long enough, and its measure has shown no improvement since. */
export function isWithoutEffect(action: WatchedAction, measure: LinkedMeasure): boolean {
  const { deliveredOn } = action
  if (deliveredOn === null || !measure.actionIds.includes(action.id)) return false
  if (measure.isNeutral || measure.standing.assurance === 'pass') return false
  const { points, isWrongWay } = measure.standing
  const since = points.filter(({ from }) => from > deliveredOn)
  const hasImproved = since.some(({ signal }) => signal?.meaning === 'improvement') && !isWrongWay
  return since.length >= periodsForAnEffect && !hasImproved
}

/** Whether an action is done for what the measure counts: linked itself, or by its recommendation. */
export const isFor = (action: WatchedAction, measure: LinkedMeasure): boolean =>
  measure.actionIds.includes(action.id) ||
  action.recommendations.some(({ id }) => measure.recommendationIds.includes(id))

const green: readonly Delivery[] = ['on-track', 'delivered']

/** Whether a measure moves the wrong way though all that is done for it goes well; false with no action. */
export const isWrongWayThoughGreen = (
  measure: LinkedMeasure,
  deliveries: readonly Delivery[],
): boolean =>
  measure.standing.isWrongWay &&
  deliveries.length > 0 &&
  deliveries.every((one) => green.includes(one))

/** A measure in the few words that the pages of what it is linked to have room for. */
export interface MeasureInBrief {
  id: number
  title: string
  finding: string
  glance: MeasureGlance
  /** the action is finished long enough, and the measure shows no improvement since */
  isWithoutEffect: boolean
}

/** The measures that follow an action itself. */
export const measuresOfAction = (
  action: WatchedAction,
  measures: readonly LinkedMeasure[],
): MeasureInBrief[] =>
  measures
    .filter(({ actionIds }) => actionIds.includes(action.id))
    .map((measure) => ({ ...inBrief(measure), isWithoutEffect: isWithoutEffect(action, measure) }))

/** The measures that follow a recommendation, itself or by an action that answers it. */
export const measuresOfRecommendation = (
  id: number,
  actions: readonly { id: number }[],
  measures: readonly LinkedMeasure[],
): MeasureInBrief[] =>
  measures
    .filter(
      ({ recommendationIds, actionIds }) =>
        recommendationIds.includes(id) || actions.some((action) => actionIds.includes(action.id)),
    )
    .map((measure) => ({ ...inBrief(measure), isWithoutEffect: false }))

const inBrief = ({ id, title, finding, glance }: LinkedMeasure) => ({ id, title, finding, glance })
