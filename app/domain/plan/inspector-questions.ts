/**
 * What an inspector would ask follows from the facts of the plan: what the last letter said and is not put
 * right, measures that move the wrong way, what is said to stand better than it does, dates that moved
 * late, what is done and unchecked or without effect, evidence that lapsed, children who are not heard.
 *
 * Worst first, each with what causes it; a few that one can prepare for, and how many more there are.
 * A thing is asked about once in each way, under the weakest recommendation that it belongs to.
 * Source: issue 6 "in words what a leader would have to answer"; PRODUCT rules 2 to 5. The order is
 * Waymark's own.
 */
import type { ActionStanding } from '../action/standing'
import type { ProgressVerdict } from '../inspection/progress-verdicts'
import {
  isFor,
  isWithoutEffect,
  isWrongWayThoughGreen,
  type LinkedMeasure,
} from '../measure/effect'
import {
  type CalendarDate,
  compareDates,
  counted,
  longDate,
  months,
  partsOf,
} from '../time/calendar-date'
import { acceptedFor, missingOf } from './accepted-evidence'
import type { PlanChanges } from './changes'
import { type Cause, type Plan, type PlanAction, standingIn } from './plan'
import { byWeakness, readinessOf, type RecommendationReadiness } from './readiness'

/** Worst first: the order in which they are asked. */
export const questionKinds = [
  'told-too-slow',
  'wrong-way',
  'nothing-planned',
  'claimed-better',
  'told-and-still',
  'date-dodged',
  'off-track',
  'short-of-target',
  'no-effect',
  'unassured',
  'told-too-early',
  'stale',
  'no-voice',
] as const
export type QuestionKind = (typeof questionKinds)[number]

export interface Question {
  kind: QuestionKind
  /** The recommendation that it is asked under. */
  about: { id: number; text: string }
  /** What the inspector has seen, in whole sentences. */
  seen: string
  /** The words of a letter or of a note, where the question rests on some. */
  quote?: string
  asks: string
  /** Where to look; never empty. */
  causes: readonly Cause[]
}

/** What the last letter said of a recommendation. */
export interface LetterSaid {
  recommendationId: number
  verdict: ProgressVerdict
  quote: string
  /** the last day of its visit */
  on: CalendarDate
}

export interface QuestionFacts {
  plan: Plan
  /** The recommendations to be tested; none: the whole plan. */
  tested: readonly number[]
  lastSaid: readonly LetterSaid[]
  /** What moved since the visit before; undefined where there was none. */
  since: PlanChanges | undefined
  /** The latest note on each measure, by its number. */
  notes: ReadonlyMap<number, { from: CalendarDate; words: string }>
}

const most = 10

/** The questions to prepare for, and how many more the facts would allow. */
export function inspectorQuestions(facts: QuestionFacts): {
  questions: readonly Question[]
  more: number
} {
  const all = allQuestions(facts)
  return { questions: all.slice(0, most), more: Math.max(0, all.length - most) }
}

interface JudgedAction extends PlanAction {
  standing: ActionStanding
}

/** A recommendation with the actions that answer it and have not been asked about in this way. */
interface Asked {
  readiness: RecommendationReadiness
  actions: readonly JudgedAction[]
}

export function allQuestions(facts: QuestionFacts): Question[] {
  const { plan } = facts
  const actions = new Map(
    plan.actions.map((action): [number, JudgedAction] => [
      action.id,
      { ...action, standing: standingIn(plan, action) },
    ]),
  )
  const weakestFirst = testedReadiness(plan, facts.tested).map((readiness) => ({
    readiness,
    actions: readiness.actions.map(({ id }) => actions.get(id)!),
  }))
  return questionKinds.flatMap((kind) => {
    const told = new Set<string>()
    return weakestFirst.flatMap(({ readiness, actions: all }) => {
      const isNew = (about: 'action' | 'measure', id: number) => !told.has(`${about}-${id}`)
      const asked = ask[kind](
        { readiness, actions: all.filter(({ id }) => isNew('action', id)) },
        facts,
        all,
      ).filter(({ causes }) => causes[0]!.kind !== 'measure' || isNew('measure', causes[0]!.id))
      for (const { causes } of asked) {
        for (const { kind: what, id } of causes) told.add(`${what}-${id}`)
      }
      const { id, text } = readiness.recommendation
      return asked.map((one): Question => ({ kind, about: { id, text }, ...one }))
    })
  })
}

/** What is to be tested as it is judged on the day of the plan, the weakest first; none: all of it. */
export function testedReadiness(plan: Plan, tested: readonly number[]): RecommendationReadiness[] {
  const carriers = new Map(plan.recommendations.map(({ id, carriedBy }) => [id, carriedBy ?? []]))
  const wanted = new Set(
    tested.flatMap((id) => {
      const carriedBy = carriers.get(id) ?? []
      return carriedBy.length > 0 ? carriedBy : [id]
    }),
  )
  return readinessOf(plan)
    .areas.flatMap(({ recommendations }) => recommendations)
    .filter(({ recommendation }) => wanted.size === 0 || wanted.has(recommendation.id))
    .sort(byWeakness)
}

type Answerable = Omit<Question, 'kind' | 'about'>
type Ask = (asked: Asked, facts: QuestionFacts, all: readonly JudgedAction[]) => Answerable[]

const causeOf = ({ id, title }: { id: number; title: string }): Cause => ({
  kind: 'action',
  id,
  title,
})
const itself = ({ recommendation: { id, text } }: RecommendationReadiness): Cause => ({
  kind: 'recommendation',
  id,
  title: text,
})
const measureCause = ({ id, title }: LinkedMeasure): Cause => ({ kind: 'measure', id, title })

/** One question about all actions of which something holds; none where it holds of none. */
const aboutActions =
  (
    holds: (action: JudgedAction, facts: QuestionFacts) => boolean,
    seen: (those: readonly JudgedAction[], all: readonly JudgedAction[]) => string,
    asks: string,
  ): Ask =>
  ({ actions }, facts, all) => {
    const those = actions.filter((action) => holds(action, facts))
    return those.length === 0 ? [] : [{ seen: seen(those, all), asks, causes: those.map(causeOf) }]
  }

const ask: Record<QuestionKind, Ask> = {
  'told-too-slow': toldBy(['declined', 'too-slow']),
  'told-and-still': toldBy(['unchanged', 'not-embedded']),
  'told-too-early': toldBy(['too-early-to-see']),
  'wrong-way': ({ readiness }, facts, all) =>
    measuresOf(readiness, all, facts)
      .filter(({ standing }) => standing.isWrongWay)
      .map((measure) => {
        const note = facts.notes.get(measure.id)
        const deliveries = all
          .filter((action) => isFor(action, measure))
          .map(({ standing }) => standing.delivery.rating)
        return {
          seen: `“${measure.title}” moves the wrong way. ${measure.finding}.${note ? ` Your own note on ${monthOf(note.from)} says:` : ''}`,
          ...(note && { quote: note.words }),
          asks: isWrongWayThoughGreen(measure, deliveries)
            ? 'Every action for it is on track or delivered. Why do children not notice it?'
            : 'What turns it, and by when will children notice?',
          causes: [measureCause(measure)],
        }
      }),
  'nothing-planned': ({ readiness }, _facts, all) =>
    all.length > 0
      ? []
      : [
          {
            seen: 'No action answers it.',
            asks: 'What are you doing about it?',
            causes: [itself(readiness)],
          },
        ],
  'claimed-better': aboutActions(
    ({ standing }) => standing.differs !== undefined,
    ([first, ...others]) =>
      others.length === 0
        ? `“${first!.title}”: ${lowerFirst(first!.standing.differs!)}`
        : `${others.length + 1} actions are said to stand better than the facts.`,
    'Which is right, and who has looked?',
  ),
  'date-dodged': aboutActions(
    (action, { since }) => isDodged(action, since),
    (those) =>
      those.length === 1
        ? `The date of “${those[0]!.title}” was moved late.`
        : `${those.length} due dates were moved late: after they had passed, or just before a board or a visit.`,
    'Why then, and will the new date hold?',
  ),
  'off-track': aboutActions(
    ({ standing }) => standing.delivery.rating === 'off-track',
    (those, all) =>
      `${those.length} of ${counted(all.length, 'action')} ${those.length === 1 ? 'is' : 'are'} off track.`,
    'What will be done by the visit, and what will not?',
  ),
  'short-of-target': ({ readiness }, facts, all) =>
    measuresOf(readiness, all, facts)
      .filter(({ standing }) => standing.meets === false && !standing.isWrongWay)
      .map((measure) => ({
        seen: `“${measure.title}”: ${lowerFirst(measure.finding)}.`,
        asks: 'Is that fast enough, and which children are still waiting for it?',
        causes: [measureCause(measure)],
      })),
  'no-effect': ({ readiness, actions }, facts, all) =>
    measuresOf(readiness, all, facts).flatMap((measure) => {
      const spent = actions.filter((action) => isWithoutEffect(action, measure))
      if (spent.length === 0) return []
      const what =
        spent.length === 1
          ? `“${spent[0]!.title}” was finished on ${longDate(spent[0]!.deliveredOn!)}`
          : `${spent.length} actions for it are finished`
      return [
        {
          seen: `${what}, and “${measure.title}” shows no improvement since.`,
          asks: 'What did it change for children?',
          causes: [...spent.map(causeOf), measureCause(measure)],
        },
      ]
    }),
  unassured: aboutActions(
    ({ standing: { delivery, assurance } }) =>
      delivery.rating === 'delivered' &&
      (assurance.assurance === 'none' || assurance.assurance === 'awaiting-review'),
    (those) =>
      those.length === 1
        ? `“${those[0]!.title}” is done, and nobody else has accepted evidence of it.`
        : `${those.length} actions are done, and nobody else has accepted evidence of them.`,
    'How do you know that it works?',
  ),
  stale: aboutActions(
    ({ standing }) => standing.assurance.stale > 0,
    (those) => {
      const pieces = those.reduce((sum, { standing }) => sum + standing.assurance.stale, 0)
      return `${counted(pieces, 'piece of evidence is', 'pieces of evidence are')} out of date.`
    },
    'What do you know of it today?',
  ),
  'no-voice': ({ readiness }, { plan }, all) => {
    if (all.length === 0) return []
    const unheard = missingOf('voice', acceptedFor(readiness.recommendation, all, plan), plan.on)
    if (!unheard) return []
    return [
      {
        seen: unheard.lastTo
          ? `What children and families said about it was last heard in ${monthOf(unheard.lastTo)}.`
          : 'Nothing that children or families said about it has been accepted.',
        asks: 'What do they say today?',
        causes: [itself(readiness)],
      },
    ]
  },
}

const afterLetter: Record<Exclude<ProgressVerdict, 'progress'>, string> = {
  declined: 'What turned it, and since when?',
  'too-slow': 'What is faster now, and what do children notice of it?',
  unchanged: 'What is different for children now?',
  'not-embedded': 'In which teams is it how everybody works, and how do you know?',
  'too-early-to-see': 'What can be seen of it by now?',
}

/** What the last letter said of it, and what has changed since; nothing once it is ready. */
function toldBy(these: readonly Exclude<ProgressVerdict, 'progress'>[]): Ask {
  return ({ readiness }, { plan, lastSaid, since }, all) => {
    if (readiness.verdict === 'ready') return []
    const carried = new Set(
      plan.recommendations
        .filter(({ carriedBy = [] }) => carriedBy.includes(readiness.recommendation.id))
        .map(({ id }) => id),
    )
    const isOfIt = (id: number) => id === readiness.recommendation.id || carried.has(id)
    return these.flatMap((verdict) =>
      lastSaid
        .filter((said) => said.verdict === verdict && isOfIt(said.recommendationId))
        .map(({ quote, on }) => {
          const { words, causes } = movedSince(all, since)
          return {
            seen: `The letter of ${monthOf(on)} said what stands below. ${words}`,
            quote,
            asks: afterLetter[verdict],
            causes: [itself(readiness), ...causes],
          }
        }),
    )
  }
}

/** "Since then 2 of its actions got better and 1 worse." */
function movedSince(
  all: readonly JudgedAction[],
  since: PlanChanges | undefined,
): { words: string; causes: Cause[] } {
  const ids = new Set(all.map(({ id }) => id))
  const moved = (since?.moved ?? []).filter(
    ({ cause, direction }) =>
      cause.kind === 'action' && ids.has(cause.id) && direction !== 'neither',
  )
  const better = moved.filter(({ direction }) => direction === 'better').length
  const worse = moved.length - better
  const causes = moved.map(({ cause }) => cause)
  if (moved.length === 0) return { words: 'Since then none of its actions got better.', causes }
  if (better === 0) {
    return { words: `Since then ${counted(worse, 'action')} got worse and none better.`, causes }
  }
  return {
    words: `Since then ${counted(better, 'action')} got better${worse === 0 ? '' : ` and ${worse} worse`}.`,
    causes,
  }
}

/** Where it is known what moved since the visit before, only what was moved late since then. */
function isDodged(action: JudgedAction, since: PlanChanges | undefined): boolean {
  if (since) return dodgedIn(since).has(action.id)
  return action.dueDateChanges
    .filter(({ decision }) => decision === 'agreed' || decision === 'not-needed')
    .some(({ lateMove }) => lateMove.length > 0)
}

const dodged = new WeakMap<PlanChanges, ReadonlySet<number>>()

/** The actions whose dates were moved late, gathered once: every action of the plan is looked for. */
function dodgedIn(since: PlanChanges): ReadonlySet<number> {
  const known = dodged.get(since)
  if (known) return known
  const ids = new Set(
    since.moved
      .filter(
        ({ cause, changes }) =>
          cause.kind === 'action' && changes.some(({ kind }) => kind === 'date-dodged'),
      )
      .map(({ cause }) => cause.id),
  )
  dodged.set(since, ids)
  return ids
}

const measuresOf = (
  { recommendation: { id } }: RecommendationReadiness,
  all: readonly JudgedAction[],
  { plan: { measures = [] } }: QuestionFacts,
): LinkedMeasure[] =>
  measures
    .filter(
      ({ recommendationIds, actionIds }) =>
        recommendationIds.includes(id) || all.some((action) => actionIds.includes(action.id)),
    )
    .sort((a, b) => a.id - b.id)

const lowerFirst = (words: string): string =>
  /^[A-Z][a-z]/.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words

const monthOf = (date: CalendarDate): string => {
  const { year, month } = partsOf(date)
  return `${months[month - 1]} ${year}`
}

/** The latest note of each measure up to a day. */
export const latestNotes = (
  notes: readonly { measureId: number; from: CalendarDate; words: string }[],
): ReadonlyMap<number, { from: CalendarDate; words: string }> =>
  new Map(
    [...notes]
      .sort((a, b) => compareDates(a.from, b.from))
      .map(({ measureId, from, words }) => [measureId, { from, words }]),
  )
