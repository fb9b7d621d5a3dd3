/** What the form for a new action and the form for an edit have in common. */
import type { PlannedAction } from '~/domain/action/merge-edit'
import { ids, optionalDay, optionalId, optionalWords, whole, words } from '~/ui/field-shapes'
import { wholeField } from '~/ui/form-state'

export const plannedFields = {
  title: words('Say what will be done.', 300),
  outcome: optionalWords(),
  successMeasure: optionalWords(),
  ownerId: optionalId('Choose an owner from the list.'),
  startOn: optionalDay(),
  dueOn: optionalDay(),
  'contributorIds[]': ids('Choose contributors from the list.'),
  'recommendationIds[]': ids('Choose recommendations from the list.'),
  teamId: optionalId('Choose a team from the list.'),
  theme: optionalWords(100),
  notAnIdentifier: optionalWords(500),
  [wholeField]: whole(),
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
  teamId: rest.teamId,
  theme: rest.theme,
  contributorIds,
  recommendationIds,
})
