/**
 * An old plan is brought in step by step: which table, what its columns are, what its words mean; nothing
 * is in the plan until a manager confirms it, with no row left that is wrong.
 *
 * Source: issue 3, "nothing is saved until all is right or the wrong rows are set aside". In SQL:
 * bring_ins_are_confirmed_or_discarded.
 */
import { type Actor, may } from '../access/permissions'
import { all, type Decision, no, yes } from '../decision'
import { type Columns, isForMany } from './columns'

/** What was read of one sheet or table of the file. */
export interface TableRead {
  /** "Sheet Plan", "Table 2" */
  name: string
  isHidden: boolean
  rows: number
  columns: number
  merged: number
  formulas: number
  hiddenRows: number
}

export interface Draft {
  revision: number
  /** which of the tables, counted from 0 */
  table: number
  /** the row that heads it, as the file counts */
  headerRow: number
  /** undefined until a person has confirmed what the columns are */
  columns: Columns | undefined
}

export const rowStates = [
  'ready',
  'wrong',
  'set-aside',
  'left-out',
  'already',
  'double',
  'changed',
] as const
export type RowState = (typeof rowStates)[number]

export const rowStateTitles: Record<RowState, string> = {
  ready: 'Ready',
  wrong: 'To put right',
  'set-aside': 'Set aside',
  'left-out': 'No action',
  already: 'Already in the plan',
  double: 'Twice in this file',
  changed: 'In the plan, and different',
}

export type RowCounts = Readonly<Record<RowState, number>>

interface Standing {
  confirmedAt: Date | null
  discardedAt: Date | null
}

export function isStillOpen({ confirmedAt, discardedAt }: Standing): Decision {
  if (confirmedAt) return no('This old plan has been brought in.')
  return discardedAt ? no('This old plan was set aside.') : yes
}

/** Somebody else's change in between is looked at before one's own is made. */
export const isAsSeen = (draft: Draft, revision: number): Decision =>
  draft.revision === revision
    ? yes
    : no(
        'Somebody else has changed this meanwhile. What you entered is still here: look at what they did, and send it again.',
      )

/** The step that waits for a person. */
export function nextStep(
  draft: Draft,
  counts: RowCounts,
  questions: number,
): 'columns' | 'values' | 'rows' | 'confirm' {
  if (!draft.columns) return 'columns'
  if (questions > 0) return 'values'
  return counts.wrong > 0 ? 'rows' : 'confirm'
}

export const canMapColumns = (columns: Columns): Decision => {
  const used = Object.values(columns)
  if (!used.includes('title')) return no('Say which column holds the actions.')
  const double = used.find((field, at) => !isForMany(field) && used.indexOf(field) !== at)
  return double ? no('Two columns cannot be the same thing. Leave one of them out.') : yes
}

export const canBringIn = (actor: Actor, draft: Draft, counts: RowCounts): Decision =>
  all(
    may(actor, 'plan.bring-in'),
    draft.columns ? yes : no('Say first what the columns are.'),
    counts.wrong > 0
      ? no(
          `${counts.wrong === 1 ? '1 row is' : `${counts.wrong.toLocaleString('en-GB')} rows are`} not right yet. Put them right, or set them aside.`,
        )
      : yes,
    counts.ready === 0 ? no('There is no row to bring in.') : yes,
  )

/** Whether an owner, if there is one, is somebody who is still here. */
export const nowHere = (
  ownerId: number | null,
  people: readonly { id: number; isHere: boolean }[],
): boolean => ownerId === null || people.some(({ id, isHere }) => id === ownerId && isHere)
