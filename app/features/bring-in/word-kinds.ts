import type { ValueKind } from '~/domain/bring-in/row'

export const wordKindTitles: Record<ValueKind, string> = {
  status: 'Statuses',
  owner: 'Owners',
  recommendation: 'Recommendations',
  due: 'Due dates',
  start: 'Start dates',
}

/** What to choose where words stand for nothing of ours. */
export const noneTitles: Record<ValueKind, string> = {
  status: 'None of these: keep the words only',
  owner: 'Nobody here: no owner, the name is kept',
  recommendation: 'None of the plan',
  due: 'No date: the words are kept',
  start: 'No date: the words are kept',
}
