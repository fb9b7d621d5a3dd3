import type { Role } from '../app/domain/access/permissions'

interface PersonOfWestmarsh {
  name: string
  email: string
  jobTitle: string
  role: Role
}

const person = (name: string, jobTitle: string, role: Role): PersonOfWestmarsh => ({
  name,
  email: `${name.toLowerCase().replace(' ', '.')}@westmarsh.example`,
  jobTitle,
  role,
})

/** The people of Westmarsh whom the stories are about. */
export const people = {
  'Amara Osei': person('Amara Osei', 'Social worker', 'practitioner'),
  'Grace Holloway': person('Grace Holloway', 'Head of service', 'manager'),
  'Joy Okafor': person('Joy Okafor', 'Team manager', 'manager'),
  'Helen Marsh': person('Helen Marsh', 'Director of children’s services', 'leader'),
  'Daniel Reeve': person('Daniel Reeve', 'DfE adviser', 'observer'),
  'Priya Nair': person('Priya Nair', 'Systems administrator', 'admin'),
} as const
export type Name = keyof typeof people

/** Who stands for a role. */
export const personFor: Record<Role, Name> = {
  practitioner: 'Amara Osei',
  manager: 'Grace Holloway',
  leader: 'Helen Marsh',
  observer: 'Daniel Reeve',
  admin: 'Priya Nair',
}
