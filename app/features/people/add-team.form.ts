import { z } from 'zod'
import { optionalId, words } from '~/ui/field-shapes'

export const addTeamForm = z.object({
  name: words('Give the team a name.', 200),
  parentId: optionalId('Choose a team from the list.'),
})
