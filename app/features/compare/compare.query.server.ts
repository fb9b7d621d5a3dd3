import type { Context } from '~/auth/context.server'
import { burnUpOn } from '~/db/burn-up.server'
import { planBeganOn } from '~/db/plan-began.server'
import { planFacts, type PlanFacts, planFactsOn } from '~/db/plan-facts.server'
import { boardMeetings } from '~/db/tables/board-meetings.server'
import { allVisits } from '~/db/tables/visits.server'
import {
  type ComparedFigure,
  figuresBetween,
  type Tally,
  tallyOf,
} from '~/domain/plan/change-figures'
import {
  changesBetween,
  type Direction,
  directions,
  inBrief,
  type PlanChanges,
} from '~/domain/plan/changes'
import { type Checkpoint, checkpointsOf } from '~/domain/plan/checkpoints'
import { comparedDays } from '~/domain/plan/comparison'
import { monthEnds } from '~/domain/plan/burn-up'
import { heldVisits } from '~/domain/plan/visits'
import { type BurnUpView, burnUpView } from '~/ui/charts/burn-up-view'
import type { CalendarDate } from '~/domain/time/calendar-date'

/** Two days beside one another, what moved between them worst first. */
export interface Comparison {
  changes: PlanChanges
  figures: ComparedFigure[]
  tally: Tally
  /** up to the later day; undefined in its first month */
  burnUp: BurnUpView | undefined
  /** the checkpoints that the two days are */
  fromIs: Checkpoint | undefined
  toIs: Checkpoint | undefined
  /** the one direction that is shown, page after page; undefined where all three are begun */
  only: { direction: Direction; after: number; next: number | undefined } | undefined
}

export interface CompareView {
  today: CalendarDate
  /** as they were typed, or as they were chosen for whoever typed none */
  asked: { from: string; to: string }
  /** days to choose from, the latest first */
  checkpoints: Checkpoint[]
  /** why there is nothing to compare, in a sentence */
  because: string | undefined
  comparison: Comparison | undefined
}

export interface CompareAsked {
  from: string
  to: string
  show: Direction | undefined
  after: number
}

/** What an address asks for; a direction or place that there is not is left out. */
export const compareIn = (search: URLSearchParams): CompareAsked => ({
  from: search.get('from') ?? '',
  to: search.get('to') ?? '',
  show: directions.find((one) => one === search.get('show')),
  after: /^\d{1,6}$/.test(search.get('after') ?? '') ? Number(search.get('after')) : 0,
})

/** What there is room for on a few sheets of paper, and what on a page that shows one direction. */
const inSight: Record<Direction, number> = { worse: 12, better: 8, neither: 0 }
const onOnePage = 100

/** What moved between any two days, or why those two cannot be compared. */
export async function compareView(context: Context, asked: CompareAsked): Promise<CompareView> {
  const { db, today } = context
  const [visits, boards, firstDay] = await Promise.all([
    allVisits(db),
    boardMeetings(db),
    planBeganOn(db),
  ])
  const checkpoints = checkpointsOf(visits, boards).filter(({ on }) => on <= today)
  const compared = comparedDays(asked, { today, firstDay, checkpoints })
  const view = {
    today,
    checkpoints: checkpoints.filter(({ on }) => firstDay !== undefined && on >= firstDay),
  }
  if (!compared.days || !firstDay) {
    return {
      ...view,
      asked,
      because: compared.days ? undefined : compared.because,
      comparison: undefined,
    }
  }
  const { from, to } = compared.days
  const changes = await planChanges(context, compared.days)
  const checkpointOn = (day: CalendarDate) => checkpoints.find(({ on }) => on === day)
  return {
    ...view,
    asked: { from, to },
    because: undefined,
    comparison: {
      ...changes,
      ...shown(changes.changes, asked),
      fromIs: checkpointOn(from),
      toIs: checkpointOn(to),
      burnUp: asked.show
        ? undefined
        : burnUpView(await burnUpOn(db, monthEnds(firstDay, to)), heldVisits(visits)),
    },
  }
}

async function planChanges(
  { db, actor, today }: Context,
  { from, to }: { from: CalendarDate; to: CalendarDate },
): Promise<Pick<Comparison, 'changes' | 'figures' | 'tally'>> {
  const planOn = (day: CalendarDate): Promise<PlanFacts> =>
    day === today ? planFacts(db, actor, today) : planFactsOn(db, actor, day)
  const [before, now] = [await planOn(from), await planOn(to)]
  const changes = changesBetween(before, now)
  return { changes, figures: figuresBetween(before, now), tally: tallyOf(changes.moved) }
}

function shown(
  changes: PlanChanges,
  { show, after }: CompareAsked,
): Pick<Comparison, 'changes' | 'only'> {
  if (!show) return { changes: inBrief(changes, inSight), only: undefined }
  const those = changes.moved.filter(({ direction }) => direction === show)
  const next = after + onOnePage
  return {
    changes: { ...changes, moved: those.slice(after, next) },
    only: { direction: show, after, next: next < those.length ? next : undefined },
  }
}
