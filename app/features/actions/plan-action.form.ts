/** What the form for a new action and the form for an edit have in common. */
import type { PlannedAction } from '~/domain/action/merge-edit'
import { ids, optionalDay, optionalId, optionalWords, words } from '~/ui/field-shapes'

export const plannedFields = {
  title: words('Say what will be done.', 300),
  outcome: optionalWords(),
  successMeasure: optionalWords(),
  ownerId: optionalId('Choose an owner from the list.'),
  startOn: optionalDay(),
  dueOn: optionalDay(),
  'contributorIds[]': ids('Choose contributors from the list.'),
  'recommendationIds[]': ids('Choose recommendations from the list.'),
  notAnIdentifier: optionalWords(500),
}

/** The planned action out of what such a form was read as. */
export const plannedIn = ({
  'contributorIds[]': contributorIds,
  'recommendationIds[]': recommendationIds,
  ...rest
}: Omit<PlannedAction, 'contributorIds' | 'recommendationIds'> & {
  'contributorIds[]': number[]
  'recommendationIds[]': number[]
}): PlannedAction => ({
  title: rest.title,
  outcome: rest.outcome,
  successMeasure: rest.successMeasure,
  ownerId: rest.ownerId,
  startOn: rest.startOn,
  dueOn: rest.dueOn,
  contributorIds,
  recommendationIds,
})
