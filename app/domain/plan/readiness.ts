/**
 * Readiness says what an inspector would still find, for each recommendation and judgement area, with
 * reasons that each lead to their cause.
 *
 * Worst first, never an average: a recommendation is as ready as the weakest of its actions in
 * delivery, assurance and impact apart; an area as its weakest recommendations. A count of delivered
 * actions is never readiness, and a recommendation that nothing answers is not ready. What was told
 * again is judged once, in what the latest inspection said of it: the open actions of earlier times
 * answer that as well, and what was delivered before does not, since it was told again all the same.
 * What its measures say counts too: one that moves the wrong way is what an inspector would find,
 * whatever is done; a finished action whose measure shows no improvement has not made its difference yet.
 * Assurance is of actions: somebody other than the owner has accepted evidence that what was done works.
 * Evidence for a recommendation itself assures none of them and changes no verdict; it counts in what an
 * inspector would find, beside theirs, and is shown.
 * Source: PRODUCT rules 2, 3 and 4, and its words "assurance" and "readiness"; the verdicts are Waymark's own.
 */
import { type Delivery, optimismFigure } from '../action/delivery'
import { type Impact, impactTitles } from '../action/impact'
import { isUnowned } from '../action/ownership'
import type { ActionStanding } from '../action/standing'
import type { Assurance } from '../evidence/assurance'
import {
  isFor,
  isWithoutEffect,
  isWrongWayThoughGreen,
  type LinkedMeasure,
} from '../measure/effect'
import { evidenceKindsInWords, freshUntil, isFresh, triangulationKinds } from '../evidence/kinds'
import { type CalendarDate, counted, longDate, months, partsOf } from '../time/calendar-date'
import {
  type AcceptedPiece,
  acceptedFor,
  acceptedForItself,
  isInDate,
  kindsInDate,
  missingOf,
} from './accepted-evidence'
import { type Cause, type Plan, type PlanAction, type PlanRecommendation, standingIn } from './plan'

export const verdicts = ['not-yet', 'nearly', 'ready'] as const
export type Verdict = (typeof verdicts)[number]

export const verdictTitles: Record<Verdict, string> = {
  'not-yet': 'Not yet',
  nearly: 'Nearly',
  ready: 'Ready',
}

/** How ready a recommendation can be at most while one of its actions stands like this. Worst first. */
export const readyAtMost: {
  delivery: Record<Delivery, Verdict>
  assurance: Record<Assurance, Verdict>
  impact: Record<Impact, Verdict>
} = {
  delivery: {
    'off-track': 'not-yet',
    'at-risk': 'not-yet',
    'not-started': 'not-yet',
    'on-track': 'nearly',
    delivered: 'ready',
  },
  assurance: {
    none: 'not-yet',
    'awaiting-review': 'not-yet',
    partly: 'nearly',
    accepted: 'ready',
  },
  impact: {
    worse: 'not-yet',
    'made-no-difference': 'not-yet',
    'not-shown': 'nearly',
    'too-early': 'nearly',
    partly: 'nearly',
    'made-a-difference': 'ready',
  },
}

const ranking = <Rating extends string>(atMost: Record<Rating, Verdict>) => {
  const worstFirst = Object.keys(atMost)
  return (rating: Rating): number => worstFirst.indexOf(rating)
}

/** 0 is the worst: the order in which ratings are told and compared. */
export const rankOf = {
  verdict: (verdict: Verdict): number => verdicts.indexOf(verdict),
  delivery: ranking(readyAtMost.delivery),
  assurance: ranking(readyAtMost.assurance),
  impact: ranking(readyAtMost.impact),
}

const worstVerdict = (all: readonly Verdict[]): Verdict =>
  verdicts.find((verdict) => all.includes(verdict)) ?? 'ready'

/** One of the three columns: the worst rating, and how many of how many stand so. */
export interface Part<Rating> {
  /** null where there is no action to judge */
  worst: Rating | null
  /** how many have the worst rating */
  count: number
  of: number
}

export interface Reason {
  about: 'plan' | 'told-again' | 'delivery' | 'assurance' | 'impact'
  sentence: string
  cause: Cause
  /** how ready it could be at most because of this alone */
  atMost: Verdict
}

/** What somebody from outside would write down, and where they would have seen it. */
export interface Finding {
  sentence: string
  causes: readonly Cause[]
}

export interface RecommendationReadiness {
  recommendation: PlanRecommendation
  verdict: Verdict
  delivery: Part<Delivery>
  /** `assured` of the actions have accepted, fresh evidence of enough kinds */
  assurance: Part<Assurance> & { assured: number }
  impact: Part<Impact>
  /** Accepted for the recommendation itself, in a sentence; undefined where nothing is. */
  ownEvidence: string | undefined
  /** Worst first; empty only when it is ready. */
  reasons: readonly Reason[]
  inspectorWouldFind: readonly Finding[]
  /** The next step of each action that holds it back, worst first. */
  wouldRaise: readonly { sentence: string; cause: Cause }[]
  actions: readonly JudgedPlanAction[]
}

export interface JudgedPlanAction {
  id: number
  title: string
  ownerName: string | null
  dueOn: CalendarDate | null
  standing: ActionStanding
}

export interface AreaReadiness {
  area: string
  verdict: Verdict
  /** Over its recommendations. */
  delivery: Part<Delivery>
  assurance: Part<Assurance> & { assured: number }
  impact: Part<Impact>
  /** The recommendations that stand as low as the area does; none where it is ready. */
  heldBackBy: readonly RecommendationReadiness[]
  /** Worst first. */
  recommendations: readonly RecommendationReadiness[]
}

export interface Readiness {
  on: CalendarDate
  /** Worst first. */
  areas: readonly AreaReadiness[]
  /** Recommendations by verdict. */
  counts: Record<Verdict, number>
  /** How many actions are said to stand better than they do. */
  optimism: { stated: number; optimistic: number; sentence: string; actions: OptimisticAction[] }
  /** Actions for which somebody states another colour than the derived one; the better ones first. */
  statedColours: StatedColour[]
}

export interface StatedColour {
  id: number
  title: string
  colour: ActionStanding['colour']
}

export interface OptimisticAction {
  id: number
  title: string
  differs: string
}

type Judged = PlanAction & { standing: ActionStanding }

const known = new WeakMap<Plan, Readiness>()

/**
 * The readiness of a plan, by judgement area. Areas without recommendations are left out. A plan that
 * was read does not change, so that it is judged once, whoever asks.
 */
export function readinessOf(plan: Plan): Readiness {
  const readiness = known.get(plan) ?? judgedReadiness(plan)
  known.set(plan, readiness)
  return readiness
}

/**
 * What each recommendation is judged to be, for whoever needs no words for it: a comparison of two days
 * of a large plan would else write down thousands of reasons and read none. What was told again is judged
 * in what told it again, and has no verdict of its own.
 */
export const verdictsOf = (plan: Plan): ReadonlyMap<number, Verdict> =>
  new Map(
    judgementsOf(plan).recommendations.map(({ recommendation: { id }, verdict }) => [id, verdict]),
  )

interface Judgements {
  actions: readonly Judged[]
  recommendations: readonly JudgedRecommendation[]
}

const knownJudgements = new WeakMap<Plan, Judgements>()

function judgementsOf(plan: Plan): Judgements {
  const judgements = knownJudgements.get(plan) ?? judgedPlan(plan)
  knownJudgements.set(plan, judgements)
  return judgements
}

function judgedPlan(plan: Plan): Judgements {
  const actions = judged(plan)
  const carriers = new Map(plan.recommendations.map(({ id, carriedBy }) => [id, carriedBy ?? []]))
  const current = plan.recommendations.filter(({ id }) => carriers.get(id)?.length === 0)
  const answering = new Map<number, Set<Judged>>(current.map(({ id }) => [id, new Set()]))
  for (const action of actions) {
    for (const { id } of action.recommendations) {
      answering.get(id)?.add(action)
      if (action.deliveredOn !== null) continue
      for (const carrier of carriers.get(id) ?? []) answering.get(carrier)?.add(action)
    }
  }
  return {
    actions,
    recommendations: current.map((one) =>
      judgedRecommendation(one, [...(answering.get(one.id) ?? [])], plan),
    ),
  }
}

function judgedReadiness(plan: Plan): Readiness {
  const { actions, recommendations: judgements } = judgementsOf(plan)
  const recommendations = judgements.map((one) => recommendationReadiness(one, plan))
  const areas = [...new Set(recommendations.map((one) => one.recommendation.area))].map((area) =>
    areaReadiness(
      area,
      recommendations.filter((one) => one.recommendation.area === area),
    ),
  )
  const having = (verdict: Verdict) =>
    recommendations.filter((one) => one.verdict === verdict).length
  return {
    on: plan.on,
    areas: areas.sort(byWeakness),
    counts: { 'not-yet': having('not-yet'), nearly: having('nearly'), ready: having('ready') },
    optimism: {
      ...optimismFigure(
        actions.map(({ latestUpdate, standing: { differs } }) => ({
          hasUpdate: latestUpdate !== null,
          isOptimistic: differs !== undefined,
        })),
      ),
      actions: actions.flatMap(({ id, title, standing: { differs } }) =>
        differs ? [{ id, title, differs }] : [],
      ),
    },
    statedColours: actions
      .flatMap(({ id, title, standing: { colour } }) =>
        colour.stated ? [{ id, title, colour }] : [],
      )
      .sort((a, b) => Number(b.colour.stated!.better) - Number(a.colour.stated!.better)),
  }
}

const judged = (plan: Plan): Judged[] =>
  plan.actions.map((action) => ({ ...action, standing: standingIn(plan, action) }))

type Standing = Pick<RecommendationReadiness, 'verdict' | 'delivery' | 'assurance' | 'impact'>

/** Weakest first: by verdict, then by delivery, impact and assurance, then by how many. */
export const byWeakness = (a: Standing, b: Standing): number =>
  rankOf.verdict(a.verdict) - rankOf.verdict(b.verdict) ||
  rankIn(a.delivery, rankOf.delivery) - rankIn(b.delivery, rankOf.delivery) ||
  rankIn(a.impact, rankOf.impact) - rankIn(b.impact, rankOf.impact) ||
  rankIn(a.assurance, rankOf.assurance) - rankIn(b.assurance, rankOf.assurance) ||
  b.delivery.count - a.delivery.count

const rankIn = <Rating>(part: Part<Rating>, rank: (rating: Rating) => number): number =>
  part.worst === null ? -1 : rank(part.worst)

function partOf<Rating extends string>(
  ratings: readonly (Rating | null)[],
  rank: (rating: Rating) => number,
): Part<Rating> {
  const rankOrNone = (rating: Rating | null) => (rating === null ? -1 : rank(rating))
  const worst = [...ratings].sort((a, b) => rankOrNone(a) - rankOrNone(b))[0] ?? null
  return { worst, count: ratings.filter((one) => one === worst).length, of: ratings.length }
}

/** The readiness of an area from that of its recommendations: its weakest drive it. */
export function areaReadiness(
  area: string,
  recommendations: readonly RecommendationReadiness[],
): AreaReadiness {
  const verdict = worstVerdict(recommendations.map((one) => one.verdict))
  const weakestFirst = [...recommendations].sort(byWeakness)
  return {
    area,
    verdict,
    delivery: partOf(
      recommendations.map((one) => one.delivery.worst),
      rankOf.delivery,
    ),
    assurance: {
      ...partOf(
        recommendations.map((one) => one.assurance.worst),
        rankOf.assurance,
      ),
      assured: recommendations.filter((one) => one.assurance.worst === 'accepted').length,
    },
    impact: partOf(
      recommendations.map((one) => one.impact.worst),
      rankOf.impact,
    ),
    heldBackBy: verdict === 'ready' ? [] : weakestFirst.filter((one) => one.verdict === verdict),
    recommendations: weakestFirst,
  }
}

interface JudgedRecommendation extends Standing {
  recommendation: PlanRecommendation
  actions: readonly Judged[]
  measured: ReturnType<typeof measureReasons>
}

function judgedRecommendation(
  recommendation: PlanRecommendation,
  actions: readonly Judged[],
  plan: Plan,
): JudgedRecommendation {
  const standings = actions.map((one) => one.standing)
  const delivery = partOf(
    standings.map((one) => one.delivery.rating),
    rankOf.delivery,
  )
  const assurance = {
    ...partOf(
      standings.map((one) => one.assurance.assurance),
      rankOf.assurance,
    ),
    assured: standings.filter((one) => one.assurance.assurance === 'accepted').length,
  }
  const impact = partOf(
    standings.map((one) => one.impact.impact),
    rankOf.impact,
  )
  const measured = measureReasons(recommendation, actions, plan)
  const verdict = worstVerdict([
    delivery.worst ? readyAtMost.delivery[delivery.worst] : 'not-yet',
    assurance.worst ? readyAtMost.assurance[assurance.worst] : 'not-yet',
    impact.worst ? readyAtMost.impact[impact.worst] : 'not-yet',
    ...measured.reasons.map(({ atMost }) => atMost),
  ])
  return { recommendation, actions, measured, verdict, delivery, assurance, impact }
}

type Words = Pick<
  RecommendationReadiness,
  'ownEvidence' | 'reasons' | 'inspectorWouldFind' | 'wouldRaise' | 'actions'
>

/**
 * The judgement with the words for it. They are written when somebody reads them: of a large plan's
 * hundreds of recommendations a page tells a few in words.
 */
function recommendationReadiness(
  judgement: JudgedRecommendation,
  plan: Plan,
): RecommendationReadiness {
  const { recommendation, verdict, delivery, assurance, impact } = judgement
  let written: Words | undefined
  const words = (): Words => (written ??= wordsFor(judgement, plan))
  return {
    ...{ recommendation, verdict, delivery, assurance, impact },
    get ownEvidence() {
      return words().ownEvidence
    },
    get reasons() {
      return words().reasons
    },
    get inspectorWouldFind() {
      return words().inspectorWouldFind
    },
    get wouldRaise() {
      return words().wouldRaise
    },
    get actions() {
      return words().actions
    },
  }
}

function wordsFor(
  { recommendation, actions, measured, verdict }: JudgedRecommendation,
  plan: Plan,
): Words {
  const weakestFirst = [...actions].sort(byActionWeakness)
  const nothing: Cause = {
    kind: 'recommendation',
    id: recommendation.id,
    title: recommendation.text,
  }
  const again = toldAgain(recommendation, verdict, nothing)
  return {
    ownEvidence: ownEvidenceSentence(recommendation, plan),
    reasons:
      actions.length === 0
        ? [
            {
              about: 'plan',
              sentence: 'No action answers this recommendation.',
              cause: nothing,
              atMost: 'not-yet',
            },
            ...measured.reasons,
            ...again,
          ]
        : [
            ...measured.reasons,
            ...weakestFirst.flatMap((action) => reasonsOf(action, plan)),
            ...again,
          ].sort((a, b) => rankOf.verdict(a.atMost) - rankOf.verdict(b.atMost)),
    inspectorWouldFind: [
      ...measured.findings,
      ...(actions.length === 0
        ? [{ sentence: 'Nothing is planned for it.', causes: [nothing] }]
        : findings(weakestFirst, acceptedFor(recommendation, weakestFirst, plan), plan.on)),
    ],
    wouldRaise: [
      ...(actions.length === 0
        ? [{ sentence: 'Plan an action that answers it.', cause: nothing }]
        : weakestFirst.flatMap((action) => nextStep(action, plan))),
      ...measured.steps,
    ],
    actions: weakestFirst.map(({ id, title, ownerName, dueOn, standing }) => ({
      id,
      title,
      ownerName,
      dueOn,
      standing,
    })),
  }
}

/** That it was told before is a reason to look twice while it is not ready; it lowers no verdict. */
function toldAgain(
  { toldBefore = [] }: PlanRecommendation,
  verdict: Verdict,
  cause: Cause,
): Reason[] {
  if (toldBefore.length === 0 || verdict === 'ready') return []
  const years = [...new Set(toldBefore.map((day) => partsOf(day).year))]
  const sentence = `It was told before, in ${years.join(', ')}, and told again.`
  return [{ about: 'told-again', sentence, cause, atMost: verdict }]
}

/** How ready something can be at most while one of its actions stands like this. */
export const readyAtMostAs = (stands: {
  delivery: Delivery
  assurance: Assurance
  impact: Impact
}): Verdict =>
  worstVerdict([
    readyAtMost.delivery[stands.delivery],
    readyAtMost.assurance[stands.assurance],
    readyAtMost.impact[stands.impact],
  ])

const atMostOf = ({ standing: { delivery, assurance, impact } }: Judged): Verdict =>
  readyAtMostAs({
    delivery: delivery.rating,
    assurance: assurance.assurance,
    impact: impact.impact,
  })

const byActionWeakness = (a: Judged, b: Judged): number =>
  rankOf.verdict(atMostOf(a)) - rankOf.verdict(atMostOf(b)) ||
  rankOf.delivery(a.standing.delivery.rating) - rankOf.delivery(b.standing.delivery.rating) ||
  rankOf.impact(a.standing.impact.impact) - rankOf.impact(b.standing.impact.impact) ||
  rankOf.assurance(a.standing.assurance.assurance) -
    rankOf.assurance(b.standing.assurance.assurance) ||
  a.id - b.id

const causeOf = ({ id, title }: PlanAction): Cause => ({ kind: 'action', id, title })

const evidenceCause = (
  action: PlanAction,
  { id, title }: PlanAction['evidence'][number],
  plan: Plan,
): Cause => (plan.unnamedEvidence?.has(id) ? causeOf(action) : { kind: 'evidence', id, title })

/** Why an action keeps its recommendation from being ready; nothing where it does not. */
function reasonsOf(action: Judged, plan: Plan): Reason[] {
  return [
    ...deliveryReasons(action, plan.on),
    ...assuranceReasons(action, plan),
    ...impactReasons(action),
  ]
}

function deliveryReasons(action: Judged, today: CalendarDate): Reason[] {
  const { delivery } = action.standing
  const atMost = readyAtMost.delivery[delivery.rating]
  if (atMost === 'ready') return []
  const telling = delivery.because.filter((one) => one.makes !== null || one.kind === 'date-moved')
  const told = telling.some((one) => one.makes !== null) ? telling : delivery.because.slice(0, 1)
  return told.map((one) => ({
    about: 'delivery',
    sentence: one.sentence,
    cause: one.kind === 'milestones-late' ? lateMilestone(action, today) : causeOf(action),
    atMost,
  }))
}

function lateMilestone(action: PlanAction, today: CalendarDate): Cause {
  const late = action.milestones.filter((one) => one.doneOn === null && one.dueOn < today)
  const [only] = late
  return late.length === 1 && only
    ? { kind: 'milestone', id: only.id, title: action.title, actionId: action.id }
    : causeOf(action)
}

function assuranceReasons(action: Judged, plan: Plan): Reason[] {
  const { assurance } = action.standing.assurance
  const atMost = readyAtMost.assurance[assurance]
  if (atMost === 'ready') return []
  const about = 'assurance' as const
  if (action.evidence.length === 0) {
    return [{ about, sentence: 'No evidence has been added.', cause: causeOf(action), atMost }]
  }
  const reasons = action.evidence.flatMap((one): Reason[] => {
    const cause = evidenceCause(action, one, plan)
    if (one.verdict === null) {
      return [{ about, sentence: 'This evidence waits for somebody to judge it.', cause, atMost }]
    }
    if (one.verdict !== 'accepted') {
      return [{ about, sentence: `This evidence was ${one.verdict}.`, cause, atMost }]
    }
    const { kind, periodTo } = one
    const lives = action.shelfLives
    if (!kind || !periodTo || isFresh(kind, periodTo, plan.on, lives)) return []
    const since = longDate(freshUntil(kind, periodTo, lives))
    return [{ about, sentence: `This evidence is out of date since ${since}.`, cause, atMost }]
  })
  const missing = action.standing.assurance.reasons.at(-1)
  return assurance === 'partly' && missing
    ? [...reasons, { about, sentence: missing, cause: causeOf(action), atMost }]
    : reasons
}

function impactReasons(action: Judged): Reason[] {
  const { impact, reason } = action.standing.impact
  const atMost = readyAtMost.impact[impact]
  // Before delivery "too early" says nothing that delivery has not said.
  if (atMost === 'ready' || (impact === 'too-early' && action.deliveredOn === null)) return []
  return [{ about: 'impact', sentence: reason, cause: causeOf(action), atMost }]
}

const measureCause = ({ id, title }: LinkedMeasure): Cause => ({ kind: 'measure', id, title })

/** What the measures of a recommendation, or of an action that answers it, say against it. */
function measureReasons(
  { id: recommendationId }: PlanRecommendation,
  actions: readonly Judged[],
  { measures = [] }: Plan,
): { reasons: Reason[]; findings: Finding[]; steps: { sentence: string; cause: Cause }[] } {
  const answering = new Set(actions.map(({ id }) => id))
  const own = measures.filter(
    (measure) =>
      measure.recommendationIds.includes(recommendationId) ||
      measure.actionIds.some((id) => answering.has(id)),
  )
  const wrong = own.filter(({ standing }) => standing.isWrongWay)
  const spent = own.flatMap((measure) =>
    actions
      .filter((action) => isWithoutEffect(action, measure))
      .map((action) => ({ action, measure })),
  )
  return {
    reasons: [
      ...wrong.map((measure): Reason => {
        const deliveries = actions
          .filter((action) => isFor(action, measure))
          .map(({ standing }) => standing.delivery.rating)
        const though = isWrongWayThoughGreen(measure, deliveries)
          ? ' Every action for it is on track or delivered.'
          : ''
        return {
          about: 'impact',
          sentence: `It is moving the wrong way. ${measure.finding}.${though}`,
          cause: measureCause(measure),
          atMost: 'not-yet',
        }
      }),
      ...spent.map(({ action, measure }): Reason => ({
        about: 'impact',
        sentence: `It shows no improvement since “${action.title}” was finished on ${longDate(action.deliveredOn!)}.`,
        cause: measureCause(measure),
        atMost: 'nearly',
      })),
    ],
    findings:
      wrong.length === 0
        ? []
        : [
            {
              sentence: `${counted(wrong.length, 'measure')} ${wrong.length === 1 ? 'moves' : 'move'} the wrong way.`,
              causes: wrong.map(measureCause),
            },
          ],
    steps: wrong.map((measure) => ({
      sentence: 'Find out why it moves the wrong way, and plan what turns it.',
      cause: measureCause(measure),
    })),
  }
}

const are = (count: number): string => (count === 1 ? 'is' : 'are')
const have = (count: number): string => (count === 1 ? 'has' : 'have')

/** What an inspector would write down about these actions, worst first. */
function findings(
  actions: readonly Judged[],
  accepted: readonly AcceptedPiece[],
  on: CalendarDate,
): Finding[] {
  const all = actions.length
  const found = (
    which: (action: Judged) => boolean,
    sentence: (count: number, ofAll: string) => string,
  ): Finding[] => {
    const those = actions.filter(which)
    const ofAll = all === 1 ? 'The action' : `${those.length} of ${counted(all, 'action')}`
    return those.length === 0
      ? []
      : [{ sentence: sentence(those.length, ofAll), causes: those.map(causeOf) }]
  }
  const delivers = (rating: Delivery) => (action: Judged) =>
    action.standing.delivery.rating === rating
  const made = (impact: Impact) => (action: Judged) => action.standing.impact.impact === impact
  const assured = (assurance: Assurance) => (action: Judged) =>
    action.standing.assurance.assurance === assurance
  return [
    ...found(made('worse'), (_, some) => `${some} made things worse.`),
    ...found(delivers('off-track'), (n, some) => `${some} ${are(n)} off track.`),
    ...found(made('made-no-difference'), (_, some) => `${some} made no difference.`),
    ...found(delivers('at-risk'), (n, some) => `${some} ${are(n)} at risk.`),
    ...found(
      (one) => one.standing.differs !== undefined,
      (n, some) =>
        `${some} ${are(n)} said to stand better than ${n === 1 ? 'it does' : 'they do'}.`,
    ),
    ...found(
      (one) => one.ownerId === null,
      (n, some) => `${some} ${have(n)} no owner.`,
    ),
    ...found(
      (one) => one.ownerId !== null && isUnowned(one),
      (n, some) => `${some} ${have(n)} an owner who left.`,
    ),
    ...found(
      (one) => one.dueOn === null,
      (n, some) => `${some} ${have(n)} no due date.`,
    ),
    ...found(delivers('not-started'), (n, some) => `${some} ${have(n)} not started.`),
    ...found(delivers('on-track'), (n, some) => `${some} ${are(n)} still to be delivered.`),
    ...found(assured('none'), (n, some) => `${some} ${have(n)} no evidence that anybody accepted.`),
    ...found(
      assured('awaiting-review'),
      (n, some) => `${some} ${have(n)} evidence that nobody has judged.`,
    ),
    ...found(assured('partly'), (n, some) => `${some} ${are(n)} only partly assured.`),
    ...missingKinds(accepted, on),
    ...found(
      made('not-shown'),
      (n, some) =>
        `${some} ${are(n)} finished with nothing to show what difference ${n === 1 ? 'it' : 'they'} made.`,
    ),
    ...found(
      (one) => made('too-early')(one) && delivers('delivered')(one),
      (_, some) => `${some} finished too lately to say what difference was made.`,
    ),
    ...found(made('partly'), (_, some) => `${some} made only some difference.`),
  ]
}

/** "2 pieces of evidence are accepted for the recommendation itself: case audit. They assure no action." */
function ownEvidenceSentence(recommendation: PlanRecommendation, plan: Plan): string | undefined {
  const accepted = acceptedForItself(recommendation, plan)
  if (accepted.length === 0) return undefined
  const fresh = accepted.filter((one) => isInDate(one, plan.on))
  const kinds = kindsInDate(fresh, plan.on).map((kind) =>
    evidenceKindsInWords[kind].title.toLowerCase(),
  )
  const stale = accepted.length - fresh.length
  return [
    `${counted(accepted.length, 'piece of evidence', 'pieces of evidence')} ${are(accepted.length)} accepted for the recommendation itself${kinds.length > 0 ? `: ${kinds.join(', ')}` : ''}.`,
    ...(stale > 0 ? [`${stale} ${are(stale)} out of date.`] : []),
    `${accepted.length === 1 ? 'It assures' : 'They assure'} no action.`,
  ].join(' ')
}

/** "No case audit, no voice of children and families since May 2026." */
function missingKinds(accepted: readonly AcceptedPiece[], on: CalendarDate): Finding[] {
  if (accepted.length === 0) return []
  const missing = triangulationKinds.flatMap((kind) => {
    const nothing = missingOf(kind, accepted, on)
    const title = evidenceKindsInWords[kind].title.toLowerCase()
    if (!nothing) return []
    return [nothing.lastTo ? `${title} since ${monthOf(nothing.lastTo)}` : title]
  })
  return missing.length === 0 ? [] : [{ sentence: `No ${missing.join(', no ')}.`, causes: [] }]
}

const monthOf = (date: CalendarDate): string => {
  const { year, month } = partsOf(date)
  return `${months[month - 1]} ${year}`
}

/** The one step that would lift an action next. */
function nextStep(action: Judged, plan: Plan): { sentence: string; cause: Cause }[] {
  if (atMostOf(action) === 'ready') return []
  const cause = causeOf(action)
  const { delivery, assurance, impact } = action.standing
  if (isUnowned(action)) return [{ sentence: 'Give it an owner.', cause }]
  if (action.dueOn === null) return [{ sentence: 'Give it a due date.', cause }]
  const who = action.ownerName ?? 'no owner'
  if (delivery.rating !== 'delivered') {
    const next = [...action.milestones]
      .filter((one) => one.doneOn === null)
      .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))[0]
    return next
      ? [
          {
            sentence: `Finish the milestone “${next.title}” (${who}, due ${longDate(next.dueOn)}).`,
            cause: { kind: 'milestone', id: next.id, title: action.title, actionId: action.id },
          },
        ]
      : [{ sentence: `Deliver it (${who}, due ${longDate(action.dueOn)}).`, cause }]
  }
  const waiting = action.evidence.find((one) => one.verdict === null)
  if (assurance.assurance !== 'accepted' && waiting) {
    return [
      {
        sentence: 'Judge the evidence that waits.',
        cause: evidenceCause(action, waiting, plan),
      },
    ]
  }
  if (assurance.assurance !== 'accepted') {
    const { kindsCovered, kindsMissing } = assurance
    const kinds = kindsMissing.map((kind) => evidenceKindsInWords[kind].title.toLowerCase())
    const sentence =
      kindsCovered.length === 0
        ? 'Add evidence of two kinds that show practice.'
        : `Add evidence of another kind: ${eitherOf(kinds)}.`
    return [{ sentence, cause }]
  }
  return [
    {
      sentence:
        impact.impact === 'not-shown'
          ? 'A leader signs what difference it made.'
          : impact.impact === 'too-early'
            ? 'Show what difference it made, once it is time.'
            : `Go on until it makes a difference; now it ${impactTitles[impact.impact].toLowerCase()}.`,
      cause,
    },
  ]
}

const eitherOf = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`
