/**
 * How an action stands may be kept from one day to the next: while nobody does anything, it changes
 * only on days that its own facts name, when a date passes, it falls silent, evidence goes out of date,
 * impact is due or a stated colour ends. Up to the day before the first of them, what was derived holds.
 *
 * Source: decision 0013; the days are those of delivery.ts, assurance.ts, impact.ts and of the table of
 * colours, and a property holds them to those rules.
 */
import { type Assurance, assurances } from '../evidence/assurance'
import { freshUntil } from '../evidence/kinds'
import { type Brag, brags, type BragTable, defaultBragTable } from '../plan/brag'
import { addDays, type CalendarDate } from '../time/calendar-date'
import {
  defaultDeliverySettings,
  type Delivery,
  isSilent,
  type SilenceFacts,
  silentOn,
} from './delivery'
import { defaultImpactSettings, type Impact } from './impact'
import { type ActionFacts, actionStanding } from './standing'

/** What is kept of an action's standing; each rank counts from the worst, for sorting. */
export interface KeptStanding {
  delivery: Delivery
  deliveryRank: number
  statedDelivery: Delivery | null
  /** stated better than it is */
  differs: boolean
  /** open, and no update for longer than the council allows */
  silent: boolean
  assurance: Assurance
  assuranceRank: number
  impact: Impact
  impactRank: number
  brag: Brag
  bragRank: number
  lastUpdateOn: CalendarDate | null
  evidenceCount: number
  timesMoved: number
  daysSlipped: number
}

const worstFirst = {
  delivery: ['off-track', 'at-risk', 'not-started', 'on-track', 'delivered'],
  impact: ['worse', 'made-no-difference', 'not-shown', 'too-early', 'partly', 'made-a-difference'],
  brag: [...brags].reverse(),
} satisfies { delivery: Delivery[]; impact: Impact[]; brag: Brag[] }

/** An action with what tells how long nobody has spoken of it. */
export type KeptFacts = ActionFacts & Pick<SilenceFacts, 'madeOn'>

/** The standing of an action at the end of the day `today`, as the register keeps it. */
export function keptStanding(
  facts: KeptFacts,
  today: CalendarDate,
  table: BragTable = defaultBragTable,
): KeptStanding {
  const standing = actionStanding(facts, today, table)
  const { rating: delivery } = standing.delivery
  const { assurance } = standing.assurance
  const { impact } = standing.impact
  return {
    delivery,
    deliveryRank: worstFirst.delivery.indexOf(delivery),
    statedDelivery: standing.stated?.rating ?? null,
    differs: standing.differs !== undefined,
    silent: isSilent(facts, today),
    assurance,
    assuranceRank: assurances.indexOf(assurance),
    impact,
    impactRank: worstFirst.impact.indexOf(impact),
    brag: standing.brag,
    bragRank: worstFirst.brag.indexOf(standing.brag),
    lastUpdateOn: standing.stated?.saidOn ?? null,
    evidenceCount: facts.evidence.length,
    timesMoved: standing.moved.times,
    daysSlipped: standing.moved.days,
  }
}

/** The last day on which what is derived on the day `today` is still so; undefined: it stays so. */
export function holdsUntil(
  facts: KeptFacts,
  today: CalendarDate,
  table: BragTable = defaultBragTable,
): CalendarDate | undefined {
  const next = [...daysOfChange(facts), ...daysOfColour(facts, table)]
    .filter((day) => day > today)
    .sort()[0]
  return next && addDays(next, -1)
}

/** The first day on which something may be otherwise, for each thing that time alone can change. */
function daysOfChange(facts: KeptFacts): CalendarDate[] {
  const { dueSoonDays, milestoneTooLateDays, updateEveryDays } = defaultDeliverySettings
  const { tooEarlyForDays } = defaultImpactSettings
  const days = [silentOn(facts)]
  if (facts.dueOn) days.push(addDays(facts.dueOn, -dueSoonDays), addDays(facts.dueOn, 1))
  if (facts.startOn) days.push(facts.startOn, addDays(facts.startOn, updateEveryDays + 1))
  for (const { dueOn, doneOn } of facts.milestones) {
    days.push(addDays(dueOn, 1), addDays(dueOn, milestoneTooLateDays + 1))
    if (doneOn) days.push(doneOn)
  }
  if (facts.latestUpdate) {
    const { saidOn } = facts.latestUpdate
    days.push(saidOn, addDays(saidOn, updateEveryDays + 1))
  }
  if (facts.deliveredOn) {
    days.push(facts.deliveredOn, addDays(facts.deliveredOn, tooEarlyForDays + 1))
  }
  for (const { kind, periodTo } of facts.evidence) {
    if (kind && periodTo) days.push(addDays(freshUntil(kind, periodTo, facts.shelfLives), 1))
  }
  if (facts.signOff) {
    const { signedOn } = facts.signOff
    days.push(signedOn, addDays(signedOn, tooEarlyForDays + 1))
  }
  return days
}

/** The days on which the colour alone may change: a row asks how late, or a stated colour ends. */
function daysOfColour({ dueOn, bragOverride }: ActionFacts, table: BragTable): CalendarDate[] {
  const limits = dueOn ? table.flatMap(({ daysLateOver }) => daysLateOver ?? []) : []
  return [
    ...limits.map((limit) => addDays(dueOn!, limit + 1)),
    ...(bragOverride ? [addDays(bragOverride.untilOn, 1)] : []),
  ]
}
