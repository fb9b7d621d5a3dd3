/**
 * What makes a plan hard to follow is pointed out, each with its link: what nothing answers or nobody
 * owns, what has no date, measure or milestone, an outcome that is an activity, dates piled up before a
 * visit, the same action twice for two inspections. None of it blocks.
 *
 * Only actions that are not delivered are looked at: the others are past mending. Source: PRODUCT
 * "Manager"; the numbers are Waymark's own.
 */
import { outcomeQuestion } from '../action/outcome-wording'
import { isUnowned } from '../action/ownership'
import { type VisitKind, visitKindTitles } from '../inspection/visit-kinds'
import { type CalendarDate, addDays, longDate, shortDate } from '../time/calendar-date'
import { alikePairs, type Pair, samePairs } from './alike'
import type { Cause } from './plan'
import { actionRef } from './references'

export interface LintSettings {
  /** How many actions may be due in the week before a visit. */
  mostInTheWeekBefore: number
  weekBeforeDays: number
  /** From how alike on two titles are taken for the same: 0 to 1. */
  alikeFrom: number
}

export const defaultLintSettings: LintSettings = {
  mostInTheWeekBefore: 4,
  weekBeforeDays: 7,
  alikeFrom: 0.6,
}

export interface LintAction {
  id: number
  title: string
  outcome: string
  successMeasure: string
  /** measures that are linked to it; followed are those that have a figure */
  measures: readonly { title: string; isFollowed: boolean }[]
  ownerId: number | null
  ownerName?: string | null
  ownerLeft?: boolean
  dueOn: CalendarDate | null
  deliveredOn: CalendarDate | null
  milestones: number
  recommendations: readonly { id: number; inspectionId: number }[]
}

export interface LintFacts {
  /** carriedBy: what a later inspection said of it again, where actions answer it since. */
  recommendations: readonly { id: number; text: string; carriedBy?: readonly number[] }[]
  actions: readonly LintAction[]
  /** Visits that are still to be held. */
  visits: readonly { id: number; kind: VisitKind; expectedFrom: CalendarDate }[]
  today: CalendarDate
}

export const lintKinds = [
  'unanswered',
  'no-recommendation',
  'no-owner',
  'no-date',
  'no-measure',
  'no-milestone',
  'activity',
  'piled-up',
  'alike',
] as const
export type LintKind = (typeof lintKinds)[number]

export const lintTitles: Record<LintKind, string> = {
  unanswered: 'Recommendations without an action',
  'no-recommendation': 'Actions without a recommendation',
  'no-owner': 'Without an owner',
  'no-date': 'Without a date',
  'no-measure': 'Without a measure of success',
  'no-milestone': 'Without a milestone',
  activity: 'Outcomes that say what is done',
  'piled-up': 'Dates piled up before a visit',
  alike: 'The same action for two inspections',
}

export interface LintNote {
  kind: LintKind
  cause: Cause
  /** What is the matter, where the title of its kind does not say it all. */
  sentence?: string
  /** The other one, where it takes two. */
  other?: Cause
  /** A visit that it is about. */
  visitId?: number
}

/** Everything that is pointed out, kind by kind in the order of lintKinds. */
export function planLint(
  plan: LintFacts,
  settings: LintSettings = defaultLintSettings,
): LintNote[] {
  const answered = new Set(plan.actions.flatMap((one) => one.recommendations.map(({ id }) => id)))
  const open = plan.actions.filter(
    ({ deliveredOn }) => deliveredOn === null || deliveredOn > plan.today,
  )
  const lacking = (kind: LintKind, lacks: (action: LintAction) => boolean): LintNote[] =>
    open.filter(lacks).map((action) => ({ kind, cause: causeOf(action) }))
  return [
    ...plan.recommendations
      .filter(({ id, carriedBy = [] }) => carriedBy.length === 0 && !answered.has(id))
      .map(({ id, text }): LintNote => ({
        kind: 'unanswered',
        cause: { kind: 'recommendation', id, title: text },
      })),
    ...lacking('no-recommendation', (one) => one.recommendations.length === 0),
    ...open.filter(isUnowned).map((action): LintNote => ({
      kind: 'no-owner',
      cause: causeOf(action),
      ...(action.ownerId === null ? {} : { sentence: `${action.ownerName} has left.` }),
    })),
    ...lacking('no-date', (one) => one.dueOn === null),
    ...open.filter(isUnmeasured).map(unmeasured),
    ...lacking('no-milestone', (one) => one.milestones === 0),
    ...open.flatMap((action): LintNote[] => {
      const sentence = outcomeQuestion(action.outcome)
      return sentence ? [{ kind: 'activity', cause: causeOf(action), sentence }] : []
    }),
    ...piledUp(open, plan, settings),
    ...twice(open, settings),
  ]
}

/** Neither words say how success is measured nor does a measure follow it. */
const isUnmeasured = ({ successMeasure, measures }: LintAction): boolean =>
  successMeasure.trim() === '' && !measures.some(({ isFollowed }) => isFollowed)

const unmeasured = (action: LintAction): LintNote => {
  const [linked] = action.measures
  const note = { kind: 'no-measure' as const, cause: causeOf(action) }
  return linked ? { ...note, sentence: `“${linked.title}” is linked and has no figure yet.` } : note
}

const causeOf = ({ id, title }: LintAction): Cause => ({ kind: 'action', id, title })

/** Every action that is due in the week before a visit, where those are too many to be met. */
function piledUp(
  open: readonly LintAction[],
  { visits, today }: LintFacts,
  { mostInTheWeekBefore, weekBeforeDays }: LintSettings,
): LintNote[] {
  return visits
    .filter(({ expectedFrom }) => expectedFrom >= today)
    .flatMap((visit) => {
      const from = addDays(visit.expectedFrom, -weekBeforeDays)
      const due = open.filter(
        ({ dueOn }) => dueOn !== null && dueOn >= from && dueOn < visit.expectedFrom,
      )
      if (due.length <= mostInTheWeekBefore) return []
      const what = `the ${visitKindTitles[visit.kind].toLowerCase()} expected ${longDate(visit.expectedFrom)}`
      return due.map((action): LintNote => ({
        kind: 'piled-up',
        cause: causeOf(action),
        visitId: visit.id,
        sentence: `Due ${shortDate(action.dueOn!)}, one of ${due.length} in the week before ${what}.`,
      }))
    })
}

/**
 * Actions that read almost alike and share no inspection; one that answers both would do. Each action
 * is told once, with the one most like it; those of the very same words go first, and are not compared
 * with the rest.
 */
function twice(open: readonly LintAction[], { alikeFrom }: LintSettings): LintNote[] {
  const apart = (a: LintAction, b: LintAction): boolean =>
    !a.recommendations.some((one) =>
      b.recommendations.some(({ inspectionId }) => inspectionId === one.inspectionId),
    )
  const answering = open.filter(({ recommendations }) => recommendations.length > 0)
  const isTold = new Set<number>()
  const told = (pairs: readonly Pair<LintAction>[]) =>
    pairs.flatMap(({ one, other }): LintNote[] => {
      if (isTold.has(one.id) || isTold.has(other.id)) return []
      isTold.add(one.id).add(other.id)
      const sentence = `${actionRef(one.id)} and ${actionRef(other.id)} read almost alike, for two inspections. Could one action answer both?`
      return [{ kind: 'alike', cause: causeOf(one), other: causeOf(other), sentence }]
    })
  const same = told(samePairs(answering, apart))
  const left = answering.filter(({ id }) => !isTold.has(id))
  return [...same, ...told(alikePairs(left, alikeFrom, apart))]
}

/** How many notes there are of each kind, those without one left out. */
export const lintCounts = (notes: readonly LintNote[]): { kind: LintKind; count: number }[] =>
  lintKinds
    .map((kind) => ({ kind, count: notes.filter((note) => note.kind === kind).length }))
    .filter(({ count }) => count > 0)
