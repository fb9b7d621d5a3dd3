import { inTransaction } from '~/db/db.server'
import { recordEvent } from '~/db/tables/events.server'
import { accessFacts, lockAccess } from '~/db/tables/people.server'
import { canInviteAgain } from '~/domain/access/invitation'
import { no, type Refusal } from '~/domain/decision'
import type { Invited, Inviter } from './invite-person.command.server'
import { openInvitation } from './open-invitation.server'

/**
 * A new link for somebody who never used the first or has forgotten the password. The password they
 * have goes on working until the link is used, so nobody is shut out by it.
 */
export async function inviteAgain(
  { db, now, actor }: Inviter,
  personId: number,
): Promise<Invited | Refusal | undefined> {
  return inTransaction({ db, now }, async (tx): Promise<Invited | Refusal | undefined> => {
    await lockAccess(tx, personId)
    const person = await accessFacts(tx, personId)
    if (!person) return undefined
    if (actor) {
      const decision = canInviteAgain(actor, person)
      if (!decision.allowed) return decision
    } else if (person.isSuspended) {
      return no('This person is suspended. End the suspension first.')
    }

    const token = await openInvitation(tx, { personId, invitedById: actor?.personId, now })
    await recordEvent(tx, {
      what: 'person.invited-again',
      subject: { kind: 'person', id: personId },
      actorId: actor?.personId,
      happenedAt: now,
    })
    return { allowed: true, personId, token }
  })
}
