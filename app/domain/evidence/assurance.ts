/**
 * Assurance says whether somebody other than the owner has accepted evidence that an action works,
 * of more than one kind and recent enough to believe.
 *
 * Source: PRODUCT rules 2 and 7; data, audit, observation and voice are read together because a
 * count of tasks done cannot evidence quality. Waymark's own default asks for two of the four
 * kinds; the council may ask for more. In SQL: evidence_reviews_not_by_the_person_who_added_it.
 */
import { type CalendarDate, counted, longDate } from '../time/calendar-date'
import {
  type EvidenceKind,
  type TriangulationKind,
  evidenceKindsInWords,
  freshUntil,
  isFresh,
  type ShelfLives,
  triangulationKinds,
} from './kinds'
import type { ReviewVerdict } from './review'

export const assurances = ['none', 'awaiting-review', 'partly', 'accepted'] as const
export type Assurance = (typeof assurances)[number]

export const assuranceTitles: Record<Assurance, string> = {
  none: 'No evidence',
  'awaiting-review': 'Awaiting review',
  partly: 'Partly assured',
  accepted: 'Assured',
}

export interface AssuranceSettings {
  /** How many of the four kinds must be accepted and fresh: 1 to 4. */
  kindsNeeded: number
  /** The council's own shelf lives; Waymark's where they are left out. */
  shelfLives?: ShelfLives
}

export const defaultAssuranceSettings: AssuranceSettings = { kindsNeeded: 2 }

export interface EvidenceFacts {
  /** null while it is missing: such evidence is never accepted */
  kind: EvidenceKind | null
  periodTo: CalendarDate | null
  addedOn: CalendarDate
  /** The verdict that counts; null while it waits. */
  review: { verdict: ReviewVerdict; reviewedOn: CalendarDate } | null
}

export interface DerivedAssurance {
  assurance: Assurance
  /** Plain sentences: what there is, then what is missing. Never empty. */
  reasons: readonly string[]
  total: number
  awaiting: number
  returned: number
  rejected: number
  /** Accepted, fresh and stale together. */
  accepted: number
  /** Accepted, but its period ended too long ago. */
  stale: number
  /** Of the four kinds that show practice: accepted and fresh, and the rest. */
  kindsCovered: readonly TriangulationKind[]
  kindsMissing: readonly TriangulationKind[]
}

/** Whether evidence of these kinds, accepted and fresh, is enough. A policy never counts. */
export const coversEnough = (
  kinds: readonly EvidenceKind[],
  { kindsNeeded }: AssuranceSettings = defaultAssuranceSettings,
): boolean =>
  triangulationKinds.filter((kind) => kinds.includes(kind)).length >= Math.max(1, kindsNeeded)

const pieces = (count: number): string => counted(count, 'piece of evidence', 'pieces of evidence')
const is = (count: number): string => (count === 1 ? 'is' : 'are')

const listed = (kinds: readonly EvidenceKind[]): string => {
  const titles = kinds.map((kind) => evidenceKindsInWords[kind].title.toLowerCase())
  return titles.length < 2
    ? titles.join('')
    : `${titles.slice(0, -1).join(', ')} and ${titles.at(-1)}`
}

/** The verdict as it stood at the end of the day: a later one counts as still waiting. */
const verdictAt = (evidence: EvidenceFacts, today: CalendarDate): ReviewVerdict | null =>
  evidence.review && evidence.review.reviewedOn <= today ? evidence.review.verdict : null

/**
 * The assurance of an action at the end of the day `today`, from all evidence linked to it.
 * Evidence added later is left out, so any past day can be read.
 */
export function assuranceOf(
  evidence: readonly EvidenceFacts[],
  today: CalendarDate,
  settings: AssuranceSettings = defaultAssuranceSettings,
): DerivedAssurance {
  const there = evidence.filter((one) => one.addedOn <= today)
  const of = (verdict: ReviewVerdict | null) =>
    there.filter((one) => verdictAt(one, today) === verdict)
  const accepted = of('accepted')
  const awaiting = of(null)
  const returned = of('returned')
  const rejected = of('rejected')
  const fresh = accepted.filter((one) =>
    isFresh(one.kind, one.periodTo, today, settings.shelfLives),
  )
  const stale = accepted.filter((one) => !fresh.includes(one))
  const kindsCovered = triangulationKinds.filter((kind) => fresh.some((one) => one.kind === kind))
  const kindsMissing = triangulationKinds.filter((kind) => !kindsCovered.includes(kind))

  const assured = coversEnough(kindsCovered, settings)
  const assurance: Assurance = assured
    ? 'accepted'
    : accepted.length > 0
      ? 'partly'
      : awaiting.length > 0
        ? 'awaiting-review'
        : 'none'

  const reasons: string[] = []
  if (there.length === 0) reasons.push('No evidence has been added.')
  if (accepted.length > 0) {
    reasons.push(`${pieces(accepted.length)} ${is(accepted.length)} accepted.`)
  }
  if (kindsCovered.length > 0) reasons.push(`Shown by ${listed(kindsCovered)}.`)
  else if (fresh.length > 0) {
    reasons.push('Only policy or process is accepted, which does not show practice.')
  }
  if (awaiting.length > 0) {
    reasons.push(
      `${pieces(awaiting.length)} ${awaiting.length === 1 ? 'waits' : 'wait'} for review.`,
    )
  }
  if (returned.length > 0) {
    reasons.push(`${pieces(returned.length)} ${returned.length === 1 ? 'was' : 'were'} returned.`)
  }
  if (rejected.length > 0) {
    reasons.push(`${pieces(rejected.length)} ${rejected.length === 1 ? 'was' : 'were'} rejected.`)
  }
  if (stale.length > 0) reasons.push(staleSentence(stale, settings.shelfLives))
  if (!assured && accepted.length > 0) {
    reasons.push(
      `${settings.kindsNeeded} of the four kinds ${is(settings.kindsNeeded)} needed; missing: ${listed(kindsMissing)}.`,
    )
  }
  return {
    assurance,
    reasons,
    total: there.length,
    awaiting: awaiting.length,
    returned: returned.length,
    rejected: rejected.length,
    accepted: accepted.length,
    stale: stale.length,
    kindsCovered,
    kindsMissing,
  }
}

function staleSentence(stale: readonly EvidenceFacts[], lives?: ShelfLives): string {
  const last = stale
    .flatMap(({ kind, periodTo }) => (kind && periodTo ? [freshUntil(kind, periodTo, lives)] : []))
    .sort()
    .at(-1)!
  return stale.length === 1
    ? `1 accepted piece of evidence is out of date since ${longDate(last)}.`
    : `${stale.length} accepted pieces of evidence are out of date, the last since ${longDate(last)}.`
}
