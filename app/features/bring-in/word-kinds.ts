import type { ValueKind } from '~/domain/bring-in/asked-words'

export const wordKindTitles: Record<ValueKind, string> = {
  status: 'Statuses',
  owner: 'Owners',
  contributor: 'Contributors',
  team: 'Teams',
  theme: 'Themes',
  recommendation: 'Recommendations',
  due: 'Due dates',
  start: 'Start dates',
  delivered: 'Days of delivery',
  milestone: 'Milestones',
}

/** What to choose where words stand for nothing of ours. */
export const noneTitles: Record<ValueKind, string> = {
  status: 'None of these: keep the words only',
  owner: 'Nobody here: no owner, the name is kept',
  contributor: 'Nobody here: the name is kept as words',
  team: 'None of these: the words are kept',
  theme: 'No theme: the words are kept',
  recommendation: 'None of the plan',
  due: 'No date: the words are kept',
  start: 'No date: the words are kept',
  delivered: 'Not delivered: the words are kept',
  milestone: 'No milestone: the words are kept',
}

/** Kinds whose words are asked about with a day. */
export const isOfDays = (kind: ValueKind): boolean =>
  kind === 'due' || kind === 'start' || kind === 'delivered' || kind === 'milestone'
