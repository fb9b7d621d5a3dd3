/**
 * Who may do what, as one table that does not compile with a gap.
 *
 * A person may do a thing when one of their roles may. Being an administrator gives no right to
 * judge practice. What a person can *see* is not here: that is visibility.ts and the `where` every
 * read starts from.
 *
 * Source: PRODUCT "The people"; decision 0003. In SQL: person_roles_role_is_one_we_know.
 */
import { type Decision, no, type Refusal, yes } from '~/domain/decision'
import { type CalendarDate, longDate } from '~/domain/time/calendar-date'

export const roles = ['practitioner', 'manager', 'leader', 'observer', 'admin'] as const
export type Role = (typeof roles)[number]

export const roleTitles: Record<Role, string> = {
  practitioner: 'Social worker',
  manager: 'Manager',
  leader: 'Leader',
  observer: 'Observer',
  admin: 'Administrator',
}

export interface Actor {
  personId: number
  roles: readonly Role[]
  /** the past day that they look at: by today's roles, and without changing anything */
  looksAt?: CalendarDate
}

export const permissions = [
  'plan.read',
  'readiness.read',
  'evidence.read',
  'evidence.read-restricted',
  'inspection.import',
  'inspection.state-date',
  'repeat.decide',
  'action.create',
  'action.edit',
  'plan.bring-in',
  'milestone.edit',
  'milestone.complete',
  'action.deliver',
  'update.post',
  'update.ask',
  'view.share',
  'evidence.add',
  'evidence.request',
  'evidence.review',
  'evidence.delete',
  'due-date.ask',
  'due-date.agree',
  'impact.sign-off',
  'visit.plan',
  'visit.prepare',
  'ratings.set',
  'identifiers.set',
  'brag.override',
  'owners.read',
  'hand-over.make',
  'hand-over.answer',
  'absence.own',
  'absence.set',
  'measure.define',
  'measure.record',
  'measure.re-baseline',
  'people.manage',
  'audit.read',
  'store.watch',
  'held-file.clear',
] as const
export type Permission = (typeof permissions)[number]

export const rolesFor: Record<Permission, readonly Role[]> = {
  'plan.read': ['practitioner', 'manager', 'leader', 'observer', 'admin'],
  'readiness.read': ['practitioner', 'manager', 'leader', 'observer'],
  'evidence.read': ['practitioner', 'manager', 'leader', 'observer'],
  'evidence.read-restricted': ['manager', 'leader'],
  'inspection.import': ['manager'],
  'inspection.state-date': ['manager'],
  'repeat.decide': ['manager'],
  'action.create': ['manager'],
  'action.edit': ['manager'],
  'plan.bring-in': ['manager'],
  'milestone.edit': ['manager'],
  'milestone.complete': ['practitioner', 'manager'],
  'action.deliver': ['practitioner', 'manager'],
  'update.post': ['practitioner', 'manager'],
  'update.ask': ['manager'],
  'view.share': ['manager', 'leader'],
  'evidence.add': ['practitioner', 'manager'],
  'evidence.request': ['manager'],
  'evidence.review': ['manager'],
  'evidence.delete': ['manager', 'leader'],
  'due-date.ask': ['practitioner', 'manager'],
  'due-date.agree': ['leader'],
  'impact.sign-off': ['leader'],
  'visit.plan': ['manager', 'leader'],
  'visit.prepare': ['practitioner', 'manager', 'leader'],
  'ratings.set': ['leader', 'admin'],
  'identifiers.set': ['leader', 'admin'],
  'brag.override': ['manager', 'leader'],
  'owners.read': ['manager', 'leader', 'admin'],
  'hand-over.make': ['manager', 'admin'],
  'hand-over.answer': ['practitioner', 'manager', 'leader'],
  'absence.own': ['practitioner', 'manager', 'leader'],
  'absence.set': ['manager', 'admin'],
  'measure.define': ['manager'],
  'measure.record': ['manager'],
  'measure.re-baseline': ['leader'],
  'people.manage': ['admin'],
  'audit.read': ['admin'],
  'store.watch': ['admin'],
  'held-file.clear': ['admin'],
}

const withArticle = (noun: string): string => `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`

const eitherOf = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`

const onlyReads = (permission: Permission): boolean => /\.read(-|$)/.test(permission)

/** Whether the actor's roles allow it; the refusal says in words who may. On a past day they only read. */
export const may = (actor: Actor, permission: Permission): Decision =>
  actor.looksAt !== undefined && !onlyReads(permission)
    ? nothingChanges(actor.looksAt)
    : mayToday(actor, permission)

/** What is refused of a past day, whoever asks. */
export const nothingChanges = (day?: CalendarDate): Refusal =>
  no(
    `This is the plan as it stood on ${day ? longDate(day) : 'a past day'}. Nothing can be changed there.`,
  )

const mayToday = (actor: Actor, permission: Permission): Decision =>
  rolesFor[permission].some((role) => actor.roles.includes(role))
    ? yes
    : no(
        `Only ${eitherOf(rolesFor[permission].map((r) => withArticle(roleTitles[r].toLowerCase())))} can do this.`,
      )
