/**
 * How an action stands is three separate things: did we do it (delivery), has somebody else accepted
 * evidence of it (assurance), did it make a difference for children (impact). They are never one colour.
 *
 * Source: PRODUCT rule 2.
 */
import {
  type DerivedAssurance,
  assuranceOf,
  defaultAssuranceSettings,
  type EvidenceFacts,
} from '../evidence/assurance'
import type { ShelfLives } from '../evidence/kinds'
import {
  type Brag,
  type BragFacts,
  bragOf,
  bragRank,
  type BragTable,
  defaultBragTable,
} from '../plan/brag'
import { type BragOverride, countingBrag, isRunning } from '../plan/brag-override'
import { bragReason } from '../plan/brag-table'
import { type CalendarDate, daysBetween } from '../time/calendar-date'
import {
  type Delivery,
  type DeliveryFacts,
  type DerivedDelivery,
  deliveryOf,
  optimismGap,
} from './delivery'
import { type DerivedImpact, impactOf } from './impact'
import { isUnowned } from './ownership'

export interface ActionFacts {
  successMeasure: string
  ownerId: number | null
  /** the owner has been suspended; left out where nobody asks */
  ownerLeft?: boolean
  startOn: CalendarDate | null
  originalDueOn: CalendarDate | null
  dueOn: CalendarDate | null
  deliveredOn: CalendarDate | null
  milestones: { id: number; title: string; dueOn: CalendarDate; doneOn: CalendarDate | null }[]
  dueDateChanges: {
    id: number
    fromOn: CalendarDate
    toOn: CalendarDate
    decision: 'agreed' | 'refused' | 'not-needed' | null
    lateMove: string[]
  }[]
  latestUpdate: {
    id: number
    saidOn: CalendarDate
    statedDelivery: 'not-started' | 'on-track' | 'at-risk' | 'off-track' | 'delivered'
    confidence: 'low' | 'medium' | 'high'
    authorName: string
  } | null
  evidence: {
    id: number
    title: string
    /** this and the period are null while they are missing */
    kind: 'performance-data' | 'case-audit' | 'practice-observation' | 'voice' | 'policy' | null
    periodFrom: CalendarDate | null
    periodTo: CalendarDate | null
    addedById: number
    /** the one that counts; null while nobody has judged it as it is now */
    verdict: 'accepted' | 'returned' | 'rejected' | null
  }[]
  /** the council's shelf lives of evidence on that day; Waymark's own where they are left out */
  shelfLives?: ShelfLives
  signOff: {
    id: number
    verdict: 'too-early' | 'made-a-difference' | 'partly' | 'made-no-difference' | 'worse'
    words: string
    signerName: string
    signedOn: CalendarDate
  } | null
  /** of what it answers; left out where nobody asks */
  recommendations?: readonly { kind?: string }[]
  /** the latest other colour that somebody stated, whether or not it still runs */
  bragOverride?: BragOverride | null
}

/** What an action lacks, in the words that stand in its place. */
export const gapTitles = {
  owner: 'No owner',
  ownerLeft: 'Owner left',
  date: 'No date',
  measure: 'No measure of success',
  milestone: 'No milestone',
} as const
export type ActionGap = (typeof gapTitles)[keyof typeof gapTitles]

export interface ActionStanding {
  /** Did we do it. Reasons are plain sentences, worst first, never empty; `because` tells them apart. */
  delivery: {
    rating: Delivery
    reasons: readonly string[]
    because: DerivedDelivery['reasons']
    milestonesDone: number
    milestonesLate: number
    milestonesOpen: number
  }
  /** What the latest update says; left out while there is none. */
  stated?: {
    rating: Delivery
    confidence: 'low' | 'medium' | 'high'
    authorName: string
    saidOn: CalendarDate
  }
  /** "Stated on track, 2 milestones late.", only where the update says better than the facts. */
  differs?: string
  /** Has somebody other than the owner accepted evidence of it. */
  assurance: DerivedAssurance
  /** Did it make a difference for children. */
  impact: DerivedImpact
  gaps: readonly ActionGap[]
  /** Changes of due date that took effect; days later than the original, negative for earlier. */
  moved: { times: number; days: number; lateMoves: number }
  /** The colour that counts: the derived one, or a worse one that somebody states. */
  brag: Brag
  colour: {
    derived: Brag
    /** Which row of the table decides, in words. */
    because: string
    /** What the table was asked about. */
    facts: BragFacts
    /** Another colour that somebody states today; `better` than the derived one, it does not count. */
    stated?: BragOverride & { better: boolean }
  }
}

/**
 * How an action stands at the end of the day `today`, by the table of colours of that day. The facts
 * are those of that day: under asAt the same query reads them for a past one.
 */
export function actionStanding(
  facts: ActionFacts,
  today: CalendarDate,
  table: BragTable = defaultBragTable,
): ActionStanding {
  const known = deliveryFactsOn(facts, today)
  const delivery = deliveryOf(known)
  const assurance = assuranceOf(evidenceOn(facts, today), today, {
    ...defaultAssuranceSettings,
    shelfLives: facts.shelfLives,
  })
  const impact = impactOf(
    { deliveredOn: facts.deliveredOn, signOffs: facts.signOff ? [facts.signOff] : [] },
    today,
  )
  const said = facts.latestUpdate
  const differs = optimismGap(known, delivery)?.sentence
  return {
    delivery: {
      rating: delivery.delivery,
      reasons: delivery.reasons.map((one) => one.sentence),
      because: delivery.reasons,
      milestonesDone: delivery.milestonesDone,
      milestonesLate: delivery.milestonesLate,
      milestonesOpen: delivery.milestonesOpen,
    },
    ...(said && {
      stated: {
        rating: said.statedDelivery,
        confidence: said.confidence,
        authorName: said.authorName,
        saidOn: said.saidOn,
      },
    }),
    ...(differs && { differs }),
    assurance,
    impact,
    gaps: gapsOf(facts),
    moved: movedBy(facts),
    ...colourOf(
      facts,
      {
        delivery: delivery.delivery,
        assurance: assurance.assurance,
        impact: impact.impact,
        priorityAction: (facts.recommendations ?? []).some(
          ({ kind }) => kind === 'area-for-priority-action',
        ),
        daysLate: daysLate(facts, today),
        statedDiffers: differs !== undefined,
        evidenceStale: assurance.stale > 0,
      },
      today,
      table,
    ),
  }
}

/** What delivery is derived from, by itself: a whole plan is derived by copying no more than that. */
const deliveryFactsOn = (facts: ActionFacts, today: CalendarDate): DeliveryFacts => ({
  startOn: facts.startOn,
  dueOn: facts.dueOn,
  originalDueOn: facts.originalDueOn,
  deliveredOn: facts.deliveredOn,
  ownerId: facts.ownerId,
  ownerLeft: facts.ownerLeft,
  milestones: facts.milestones,
  latestUpdate: facts.latestUpdate,
  today,
})

/** The evidence of an action as it is on the day of its facts. */
export const evidenceOn = (
  { evidence }: Pick<ActionFacts, 'evidence'>,
  today: CalendarDate,
): (EvidenceFacts & { id: number; title: string })[] =>
  evidence.map(({ id, title, kind, periodTo, verdict }) => ({
    id,
    title,
    kind,
    periodTo,
    addedOn: today,
    review: verdict && { verdict, reviewedOn: today },
  }))

const daysLate = ({ dueOn, deliveredOn }: ActionFacts, today: CalendarDate): number =>
  dueOn === null || (deliveredOn !== null && deliveredOn <= today)
    ? 0
    : Math.max(0, daysBetween(dueOn, today))

function colourOf(
  { bragOverride }: ActionFacts,
  facts: BragFacts,
  today: CalendarDate,
  table: BragTable,
): Pick<ActionStanding, 'brag' | 'colour'> {
  const derived = bragOf(facts, table)
  const stated = bragOverride && isRunning(bragOverride, today) ? bragOverride : undefined
  return {
    brag: countingBrag(derived, stated?.brag),
    colour: {
      derived,
      because: bragReason(facts, table),
      facts,
      ...(stated && { stated: { ...stated, better: bragRank(stated.brag) < bragRank(derived) } }),
    },
  }
}

function gapsOf(facts: ActionFacts): ActionGap[] {
  const gaps: ActionGap[] = []
  if (isUnowned(facts)) gaps.push(facts.ownerId === null ? gapTitles.owner : gapTitles.ownerLeft)
  if (facts.dueOn === null) gaps.push(gapTitles.date)
  if (facts.successMeasure.trim() === '') gaps.push(gapTitles.measure)
  if (facts.milestones.length === 0) gaps.push(gapTitles.milestone)
  return gaps
}

function movedBy({ originalDueOn, dueOn, dueDateChanges }: ActionFacts): ActionStanding['moved'] {
  const tookEffect = dueDateChanges.filter(
    (change) => change.decision === 'agreed' || change.decision === 'not-needed',
  )
  return {
    times: tookEffect.length,
    days: originalDueOn && dueOn ? daysBetween(originalDueOn, dueOn) : 0,
    lateMoves: tookEffect.filter((change) => change.lateMove.length > 0).length,
  }
}
