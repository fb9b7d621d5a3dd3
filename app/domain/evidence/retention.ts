/**
 * Evidence is kept for so many years, by its kind, once everything that it is for is finished: an action by
 * its delivery, a recommendation by that of every action that answers it. They are counted from the last of
 * those days and the end of the period that it covers; from the day on which it was added only where
 * neither is known, so that bringing in an old plan makes nothing younger. What is on hold is kept
 * whatever its age. Nothing is deleted by itself: what is past its time is listed, and two people delete it.
 *
 * Source: issue 4, "retention by kind with legal hold"; councils keep business records for six years after
 * they were closed or last changed, and for plans of improvement no law says otherwise, so six is
 * Waymark's own default for every kind; decision 0031. In SQL: retention_periods_say_why,
 * retention_periods_are_counted, retention_periods_begin_one_at_a_time,
 * retention_periods_are_never_changed.
 */
import type { Actor } from '../access/permissions'
import { all, type Decision, no, yes } from '../decision'
import { addMonths, type CalendarDate, counted, latest, longDate } from '../time/calendar-date'
import { canSetForEachKind, type ForEachKind } from './for-each-kind'
import { type EvidenceKind, evidenceKinds, evidenceKindsInWords } from './kinds'

/** Whole years for which evidence of a kind is kept. */
export type Retention = ForEachKind

export const longestRetention = 100

/** Waymark's own, in force until the council sets others. */
export const defaultRetention: Retention = {
  'performance-data': 6,
  'case-audit': 6,
  'practice-observation': 6,
  voice: 6,
  policy: 6,
}

export interface KeptFacts {
  /** null while it is missing: such evidence is kept as long as the longest */
  kind: EvidenceKind | null
  periodTo: CalendarDate | null
  addedOn: CalendarDate
  /** something that it is for is not finished */
  isInUse: boolean
  /** the last day on which an action that it is for was delivered */
  lastDeliveredOn: CalendarDate | null
  isHeld: boolean
}

/** For how many years evidence of a kind is kept. */
export const yearsKept = (kind: EvidenceKind | null, retention: Retention): number =>
  kind ? retention[kind] : Math.max(...evidenceKinds.map((one) => retention[one]))

/** The last day on which it is kept, whatever holds it; undefined while what it is for goes on. */
export function keptUntil(facts: KeptFacts, retention: Retention): CalendarDate | undefined {
  if (facts.isInUse) return undefined
  const ends = [facts.periodTo, facts.lastDeliveredOn].flatMap((end) => end ?? [])
  return addMonths(latest(ends) ?? facts.addedOn, 12 * yearsKept(facts.kind, retention))
}

/** Whether it is kept past its time: nothing holds it, and it can go. */
export function isPastItsTime(
  facts: KeptFacts,
  today: CalendarDate,
  retention: Retention,
): boolean {
  const until = keptUntil(facts, retention)
  return !facts.isHeld && until !== undefined && until < today
}

/** Until when it is kept, in a sentence. */
export function keptSentence(facts: KeptFacts, today: CalendarDate, retention: Retention): string {
  const until = keptUntil(facts, retention)
  const years = counted(yearsKept(facts.kind, retention), 'year')
  const then =
    until === undefined
      ? `As long as what it is for goes on, and ${years} longer.`
      : until < today
        ? `Its time was over on ${longDate(until)}.`
        : `Until ${longDate(until)}.`
  return facts.isHeld ? `It is on hold: it is kept until the hold is lifted. ${then}` : then
}

/** Whether the actor may set how long evidence is kept; with what is set, whether that will do. */
export const canSetRetention = (
  actor: Actor,
  present: Retention,
  set?: { each: Retention; why: string; wasTried: boolean },
): Decision =>
  all(
    canSetForEachKind(actor, 'periods', present, set),
    set && !set.wasTried
      ? no('Look first at what these periods would mean for the evidence.')
      : yes,
  )

/** One sentence for each kind. */
export const retentionInWords = (retention: Retention): string[] =>
  evidenceKinds.map(
    (kind) =>
      `${evidenceKindsInWords[kind].title} is kept for ${counted(retention[kind], 'year')} after what it is for is finished.`,
  )
