import { z } from 'zod'
import { roles } from '~/domain/access/permissions'
import { optionalId, optionalWords, words } from '~/ui/field-shapes'

/** What inviting and changing a person ask alike. */
export const personFields = {
  name: words('Give the person’s name.', 200),
  jobTitle: optionalWords(200),
  teamId: optionalId('Choose a team from the list.'),
  'roles[]': z
    .array(z.enum(roles, 'Choose a role from the list.'), 'Choose at least one role.')
    .min(1, 'Choose at least one role.')
    .transform((chosen) => roles.filter((role) => chosen.includes(role))),
}
