/**
 * Who the two demonstration councils are made of. Every name is made up.
 *
 * The first six of Westmarsh are the ones that the sign-in page of the demonstration names.
 */
import type { Role } from '~/domain/access/permissions'

export interface Cast<PersonKey extends string = string, TeamKey extends string = string> {
  /** what follows the @ of everybody's address */
  domain: string
  teams: Record<TeamKey, { name: string; partOf?: TeamKey }>
  people: Record<PersonKey, CastMember<TeamKey>>
}

export interface CastMember<TeamKey extends string = string> {
  name: string
  jobTitle: string
  roles: readonly Role[]
  team?: TeamKey
}

const cast = <PersonKey extends string, TeamKey extends string>(
  one: Cast<PersonKey, TeamKey>,
): Cast<PersonKey, TeamKey> => one

export const westmarshPeople = cast({
  domain: 'westmarsh.example',
  teams: {
    leadership: { name: 'Children’s leadership' },
    'front-door': { name: 'Front door', partOf: 'leadership' },
    'assessment-north': { name: 'Assessment North', partOf: 'front-door' },
    'assessment-south': { name: 'Assessment South', partOf: 'front-door' },
    'family-safeguarding': { name: 'Family safeguarding', partOf: 'leadership' },
    'children-in-care': { name: 'Children in care', partOf: 'leadership' },
    'leaving-care': { name: 'Leaving care', partOf: 'children-in-care' },
    quality: { name: 'Quality and workforce', partOf: 'leadership' },
  },
  people: {
    amara: {
      name: 'Amara Osei',
      jobTitle: 'Social worker',
      roles: ['practitioner'],
      team: 'assessment-north',
    },
    grace: {
      name: 'Grace Holloway',
      jobTitle: 'Head of service, help and protection',
      roles: ['manager'],
      team: 'leadership',
    },
    joy: {
      name: 'Joy Okafor',
      jobTitle: 'Team manager, Assessment North',
      roles: ['manager'],
      team: 'assessment-north',
    },
    helen: {
      name: 'Helen Marsh',
      jobTitle: 'Director of children’s services',
      roles: ['leader'],
      team: 'leadership',
    },
    daniel: {
      name: 'Daniel Reeve',
      jobTitle: 'Adviser, Department for Education',
      roles: ['observer'],
    },
    priya: {
      name: 'Priya Nair',
      jobTitle: 'Systems administrator',
      roles: ['admin'],
      team: 'quality',
    },
    marcus: {
      name: 'Marcus Adeyemi',
      jobTitle: 'Assistant director, safeguarding',
      roles: ['leader'],
      team: 'leadership',
    },
    sian: {
      name: 'Siân Pritchard',
      jobTitle: 'Quality assurance lead',
      roles: ['manager'],
      team: 'quality',
    },
    robert: {
      name: 'Robert Ellwood',
      jobTitle: 'Cabinet member for children',
      roles: ['observer'],
    },
    judith: {
      name: 'Judith Amankwah',
      jobTitle: 'Chair of the improvement board',
      roles: ['observer'],
    },
    chipo: {
      name: 'Chipo Moyo',
      jobTitle: 'Head of service, children in care',
      roles: ['manager'],
      team: 'leadership',
    },
    eleanor: {
      name: 'Eleanor Whitcombe',
      jobTitle: 'Principal social worker',
      roles: ['manager'],
      team: 'quality',
    },
    dinesh: {
      name: 'Dinesh Patel',
      jobTitle: 'Performance and data lead',
      roles: ['manager'],
      team: 'quality',
    },
    yusuf: {
      name: 'Yusuf Demir',
      jobTitle: 'Workforce lead',
      roles: ['manager'],
      team: 'quality',
    },
    farah: {
      name: 'Farah Hussain',
      jobTitle: 'Team manager, front door',
      roles: ['manager'],
      team: 'front-door',
    },
    tomasz: {
      name: 'Tomasz Kowalczyk',
      jobTitle: 'Team manager, Assessment South',
      roles: ['manager'],
      team: 'assessment-south',
    },
    // An agency manager who left at the end of the summer and still owns what she owned.
    lucy: {
      name: 'Lucy Hart',
      jobTitle: 'Team manager, family safeguarding (agency)',
      roles: ['manager'],
      team: 'family-safeguarding',
    },
    owen: {
      name: 'Owen Bevan',
      jobTitle: 'Team manager, family safeguarding',
      roles: ['manager'],
      team: 'family-safeguarding',
    },
    bethany: {
      name: 'Bethany Clarke',
      jobTitle: 'Team manager, children in care',
      roles: ['manager'],
      team: 'children-in-care',
    },
    rashid: {
      name: 'Rashid Mahmood',
      jobTitle: 'Team manager, leaving care',
      roles: ['manager'],
      team: 'leaving-care',
    },
    meiling: {
      name: 'Mei-Ling Zhou',
      jobTitle: 'Social worker',
      roles: ['practitioner'],
      team: 'assessment-south',
    },
    callum: {
      name: 'Callum Fraser',
      jobTitle: 'Social worker',
      roles: ['practitioner'],
      team: 'family-safeguarding',
    },
    nkechi: {
      name: 'Nkechi Eze',
      jobTitle: 'Personal adviser',
      roles: ['practitioner'],
      team: 'leaving-care',
    },
    hannah: {
      name: 'Hannah Levy',
      jobTitle: 'Participation worker',
      roles: ['practitioner'],
      team: 'quality',
    },
    gareth: {
      name: 'Gareth Simms',
      jobTitle: 'Independent reviewing officer',
      roles: ['practitioner'],
      team: 'quality',
    },
  },
})

export const eastmerePeople = cast({
  domain: 'eastmere.example',
  teams: {
    leadership: { name: 'Children’s leadership' },
    assessment: { name: 'Family assessment', partOf: 'leadership' },
    court: { name: 'Court and care planning', partOf: 'leadership' },
  },
  people: {
    tunde: {
      name: 'Tunde Bakare',
      jobTitle: 'Social worker',
      roles: ['practitioner'],
      team: 'assessment',
    },
    alison: {
      name: 'Alison Reed',
      jobTitle: 'Head of service',
      roles: ['manager'],
      team: 'leadership',
    },
    ines: {
      name: 'Inês Carvalho',
      jobTitle: 'Team manager, court and care planning',
      roles: ['manager'],
      team: 'court',
    },
    stephen: {
      name: 'Stephen Lowe',
      jobTitle: 'Director of children’s services',
      roles: ['leader'],
      team: 'leadership',
    },
    nadia: {
      name: 'Nadia Rahman',
      jobTitle: 'Lead member for children',
      roles: ['observer'],
    },
    keith: {
      name: 'Keith Mbeki',
      jobTitle: 'Systems administrator',
      roles: ['admin'],
      team: 'leadership',
    },
  },
})

export type WestmarshPerson = keyof typeof westmarshPeople.people
export type EastmerePerson = keyof typeof eastmerePeople.people

/** grace.holloway@westmarsh.example: letters as an address takes them. */
export const addressOf = ({ name }: CastMember, domain: string): string =>
  `${name
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/\s+/g, '.')}@${domain}`
