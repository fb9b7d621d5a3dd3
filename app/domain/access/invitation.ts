/**
 * An invitation lets one person choose a password once, within seven days.
 *
 * Source: decision 0003. In SQL: invitations_expire_after_they_are_sent.
 */
import { all, type Decision, no, yes } from '~/domain/decision'
import type { AccessFacts } from './suspension'
import { type Actor, may } from './permissions'

export const invitationDays = 7

export interface InvitationFacts {
  expiresAt: Date
  acceptedAt: Date | null
  isSuspended: boolean
}

export const canAccept = (invitation: InvitationFacts, now: Date): Decision =>
  all(
    invitation.acceptedAt ? no('This invitation has been used already.') : yes,
    invitation.expiresAt <= now ? no('This invitation has expired.') : yes,
    invitation.isSuspended ? no('This invitation is no longer open.') : yes,
  )

/** A new link is how somebody gets in who never used the first, or has forgotten the password. */
export const canInviteAgain = (actor: Actor, person: AccessFacts): Decision =>
  all(
    may(actor, 'people.manage'),
    person.isSuspended ? no('This person is suspended. End the suspension first.') : yes,
    person.personId === actor.personId ? no('Change your own password under My account.') : yes,
  )
