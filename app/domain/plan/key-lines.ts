/**
 * A key line of enquiry is a question that inspectors are expected to ask, with what we know, how we know
 * it and what we do next. Managers and leaders write it until the visit is held; where two write at once,
 * both keep what they wrote, and whoever saves second decides where they wrote the same part.
 *
 * Source: issue 6 "Preparing"; decision 0010. In SQL: key_line_wordings_have_a_question,
 * key_line_wordings_follow_one_another, key_line_wordings_are_never_changed,
 * key_line_withdrawals_are_made_once.
 */
import { type Actor, may } from '../access/permissions'
import { mergeList } from '../action/merge-edit'
import { type Decision, all, no, yes } from '../decision'
import { type CalendarDate, longDate } from '../time/calendar-date'

export const keyLineParts = ['question', 'known', 'howKnown', 'nextStep'] as const
export type KeyLinePart = (typeof keyLineParts)[number]

export const keyLineTitles: Record<KeyLinePart, string> = {
  question: 'Question',
  known: 'What we know',
  howKnown: 'How we know it',
  nextStep: 'What we do next',
}

export interface KeyLine extends Record<KeyLinePart, string> {
  evidenceIds: readonly number[]
  actionIds: readonly number[]
}

/** Whether the actor may write the key lines of a visit. */
export const canWriteKeyLines = (actor: Actor, visit: { heldTo: CalendarDate | null }): Decision =>
  all(
    may(actor, 'visit.plan'),
    visit.heldTo !== null
      ? no(
          `This visit was held until ${longDate(visit.heldTo)}, so its key lines stay as they are.`,
        )
      : yes,
  )

/** Brings together what she wrote (`mine`) and what others saved meanwhile (`theirs`). */
export function mergeKeyLine(
  base: KeyLine,
  theirs: KeyLine,
  mine: KeyLine,
): { merged: KeyLine; collisions: readonly KeyLinePart[] } {
  const merged: KeyLine = {
    ...theirs,
    evidenceIds: mergeList(base.evidenceIds, theirs.evidenceIds, mine.evidenceIds),
    actionIds: mergeList(base.actionIds, theirs.actionIds, mine.actionIds),
  }
  const collisions = keyLineParts.filter(
    (part) =>
      mine[part] !== base[part] && theirs[part] !== base[part] && theirs[part] !== mine[part],
  )
  for (const part of keyLineParts) if (mine[part] !== base[part]) merged[part] = mine[part]
  return { merged, collisions }
}

/** Whether two say the same. */
export const isSameKeyLine = (a: KeyLine, b: KeyLine): boolean =>
  keyLineParts.every((part) => a[part] === b[part]) &&
  isSameList(a.evidenceIds, b.evidenceIds) &&
  isSameList(a.actionIds, b.actionIds)

const isSameList = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((one) => b.includes(one))
