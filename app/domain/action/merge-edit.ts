/**
 * Two people may edit one action at once: where they changed different things both changes are kept;
 * where they changed the same thing differently, the second decides with both in sight.
 *
 * People and recommendations are merged one by one, so they never collide. A due date, once set, is
 * not an edit: it moves only as `due-date-change.ts` says. Source: PRODUCT rule 1.
 */
import type { CalendarDate } from '../time/calendar-date'

/** What an edit of an action can change. */
export interface PlannedAction {
  title: string
  outcome: string
  successMeasure: string
  ownerId: number | null
  startOn: CalendarDate | null
  dueOn: CalendarDate | null
  /** the team whose work it is; null where that is its owner's */
  teamId: number | null
  /** in the council's own words; empty where it has none */
  theme: string
  contributorIds: readonly number[]
  recommendationIds: readonly number[]
}

const single = [
  'title',
  'outcome',
  'successMeasure',
  'ownerId',
  'startOn',
  'dueOn',
  'teamId',
  'theme',
] as const
const lists = ['contributorIds', 'recommendationIds'] as const
export type SingleField = (typeof single)[number]

export interface MergedEdit {
  /** Both sets of changes; where they collide, her own. */
  merged: PlannedAction
  /** What both changed, differently. */
  collisions: readonly SingleField[]
}

/**
 * Brings together what somebody typed (`mine`) and what others saved meanwhile (`theirs`), both made
 * from `base`.
 */
export function mergeEdit(
  base: PlannedAction,
  theirs: PlannedAction,
  mine: PlannedAction,
): MergedEdit {
  const merged = { ...theirs }
  const collisions: SingleField[] = []
  const take = <Field extends SingleField>(field: Field) => {
    if (mine[field] === base[field]) return
    if (theirs[field] !== base[field] && theirs[field] !== mine[field]) collisions.push(field)
    merged[field] = mine[field]
  }
  single.forEach(take)
  for (const field of lists) merged[field] = mergeList(base[field], theirs[field], mine[field])
  return { merged, collisions }
}

/** What both added is there, and what either took away is not. */
export function mergeList(
  base: readonly number[],
  theirs: readonly number[],
  mine: readonly number[],
): readonly number[] {
  const added = mine.filter((one) => !base.includes(one))
  const removed = base.filter((one) => !mine.includes(one))
  return [...new Set([...theirs, ...added])]
    .filter((one) => !removed.includes(one))
    .sort((a, b) => a - b)
}

/** Which of the things an edit can change differ between two states of an action. */
export const changedFields = (from: PlannedAction, to: PlannedAction): (keyof PlannedAction)[] => [
  ...single.filter((field) => from[field] !== to[field]),
  ...lists.filter(
    (field) =>
      from[field].length !== to[field].length ||
      from[field].some((one) => !to[field].includes(one)),
  ),
]
