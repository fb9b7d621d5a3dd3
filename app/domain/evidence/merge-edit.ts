/**
 * Evidence is edited by the person who added it, until it is judged for good; what was saved meanwhile on
 * another screen stays where she did not touch it, and where both changed the same thing nothing is saved
 * and both are shown. After it is accepted or rejected only who may see it can change: what was judged
 * stays as it was judged, and a new version follows it.
 *
 * Source: PRODUCT rules 1 and 7; decisions 0010 and 0026. In SQL: evidence_stays_as_it_was_judged,
 * evidence_period_has_both_its_ends, evidence_has_a_title.
 */
import { type Actor, may } from '../access/permissions'
import { all, type Decision, no, yes } from '../decision'
import type { CalendarDate } from '../time/calendar-date'
import { periodDecision } from './adding'
import type { EvidenceKind } from './kinds'
import type { ReviewVerdict } from './review'

/** What an edit of evidence can change. */
export interface EvidenceInWords {
  title: string
  shows: string
  kind: EvidenceKind | null
  periodFrom: CalendarDate | null
  periodTo: CalendarDate | null
  linkUrl: string | null
  restricted: boolean
}

export const evidenceFields = [
  'title',
  'shows',
  'kind',
  'periodFrom',
  'periodTo',
  'linkUrl',
  'restricted',
] as const satisfies readonly (keyof EvidenceInWords)[]
export type EvidenceField = (typeof evidenceFields)[number]

/** Which fields differ. */
export const changedEvidence = (from: EvidenceInWords, to: EvidenceInWords): EvidenceField[] =>
  evidenceFields.filter((field) => from[field] !== to[field])

/** Hers where she changed it, theirs elsewhere; and what both changed, differently. */
export function mergeEvidenceEdit(
  base: EvidenceInWords,
  theirs: EvidenceInWords,
  mine: EvidenceInWords,
): { merged: EvidenceInWords; collisions: EvidenceField[] } {
  const hers = changedEvidence(base, mine)
  const collisions = changedEvidence(base, theirs).filter(
    (field) => hers.includes(field) && theirs[field] !== mine[field],
  )
  const merged = { ...theirs, ...Object.fromEntries(hers.map((field) => [field, mine[field]])) }
  return { merged, collisions }
}

export interface EditFacts {
  addedById: number
  verdict: ReviewVerdict | null
}

/** Whether the actor may edit this evidence; with what it becomes, whether that will do. */
export const canEditEvidence = (
  actor: Actor,
  evidence: EditFacts,
  today: CalendarDate,
  edit?: { from: EvidenceInWords; to: EvidenceInWords },
): Decision =>
  all(
    may(actor, 'evidence.add'),
    evidence.addedById !== actor.personId ? no('Only the person who added it can edit it.') : yes,
    edit && isSettled(evidence) && changedEvidence(edit.from, edit.to).some(isJudged)
      ? no('It was judged as it is, so it stays. Add a new version of it instead.')
      : yes,
    edit ? periodDecision(edit.to, today) : yes,
  )

/** Whether it was judged for good. */
export const isSettled = ({ verdict }: Pick<EditFacts, 'verdict'>): boolean =>
  verdict === 'accepted' || verdict === 'rejected'

const isJudged = (field: EvidenceField): boolean => field !== 'restricted'
