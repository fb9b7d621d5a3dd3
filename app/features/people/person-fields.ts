import { z } from 'zod'
import { roles, roleTitles } from '~/domain/access/permissions'
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

export const roleChoices = [
  {
    value: 'practitioner',
    title: roleTitles.practitioner,
    hint: 'Adds updates and evidence to actions.',
  },
  {
    value: 'manager',
    title: roleTitles.manager,
    hint: 'Brings in reports, plans actions, asks for evidence and judges it.',
  },
  {
    value: 'leader',
    title: roleTitles.leader,
    hint: 'Agrees changes of date and signs off impact.',
  },
  {
    value: 'observer',
    title: roleTitles.observer,
    hint: 'Reads the plan, readiness and open evidence; changes nothing.',
  },
  {
    value: 'admin',
    title: roleTitles.admin,
    hint: 'Invites and suspends people, sets teams, reads the audit trail. Judges no practice.',
  },
] as const
