import { roleTitles } from '~/domain/access/permissions'

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
