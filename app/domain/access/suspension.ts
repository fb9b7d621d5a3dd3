/**
 * Whoever leaves or is away can be shut out at once, and let in again; the place is never left
 * without an administrator who can sign in.
 *
 * Source: PRODUCT "The people"; decision 0003. In SQL nothing holds it: the commands lock every
 * administrator before they read these facts.
 */
import { all, type Decision, no, yes } from '~/domain/decision'
import { type Actor, may, type Role } from './permissions'

export interface AccessFacts {
  personId: number
  roles: readonly Role[]
  isSuspended: boolean
  /** administrators other than this person who can sign in: not suspended, with a password */
  otherAdministrators: number
}

const isLastAdministrator = (person: AccessFacts): boolean =>
  person.roles.includes('admin') && !person.isSuspended && person.otherAdministrators === 0

const lastAdministrator = no(
  'This is the last administrator who can sign in. Make somebody else an administrator first.',
)

export const canSuspend = (actor: Actor, person: AccessFacts): Decision =>
  all(
    may(actor, 'people.manage'),
    person.isSuspended ? no('This person is suspended already.') : yes,
    person.personId === actor.personId
      ? no('You cannot suspend yourself. Ask another administrator.')
      : yes,
    isLastAdministrator(person) ? lastAdministrator : yes,
  )

export const canEndSuspension = (actor: Actor, person: AccessFacts): Decision =>
  all(may(actor, 'people.manage'), person.isSuspended ? yes : no('This person is not suspended.'))

/** Roles may change freely, except that the last administrator stays one. */
export const canHaveRoles = (actor: Actor, person: AccessFacts, roles: readonly Role[]): Decision =>
  all(
    may(actor, 'people.manage'),
    !roles.includes('admin') && isLastAdministrator(person) ? lastAdministrator : yes,
  )
