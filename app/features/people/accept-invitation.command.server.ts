import type { z } from 'zod'
import { hashPassword } from '~/auth/passwords.server'
import { type Db, inTransaction } from '~/db/db.server'
import { recordEvent } from '~/db/tables/events.server'
import { markInvitationAccepted } from '~/db/tables/invitations.server'
import { setPassword } from '~/db/tables/passwords.server'
import { deleteSessionsOf } from '~/db/tables/sessions.server'
import { deleteSignInFailuresOf } from '~/db/tables/sign-in-failures.server'
import { canAccept } from '~/domain/access/invitation'
import { canBePassword } from '~/domain/access/password'
import { all, type Refusal } from '~/domain/decision'
import type { acceptInvitationForm } from './accept-invitation.form'
import { invitationBehind } from './accept-invitation.query.server'
import { hashOfToken } from './invitation-token.server'

/**
 * Somebody opens their link and chooses a password; the link is used up, and whoever was signed in
 * as them before is signed out.
 */
export async function acceptInvitation(
  { db, now }: { db: Db; now: Date },
  token: string,
  form: z.output<typeof acceptInvitationForm>,
): Promise<{ allowed: true; personId: number } | Refusal | undefined> {
  const tokenHash = hashOfToken(token)
  return inTransaction({ db, now }, async (tx) => {
    await tx
      .selectFrom('invitations')
      .where('tokenHash', '=', tokenHash)
      .select('tokenHash')
      .forUpdate()
      .execute()
    const invitation = await invitationBehind(tx, tokenHash)
    if (!invitation) return undefined
    const decision = all(canAccept(invitation, now), canBePassword(form.newPassword, invitation))
    if (!decision.allowed) return decision

    const { personId, email } = invitation
    await setPassword(tx, { personId, argon2id: await hashPassword(form.newPassword), setAt: now })
    await markInvitationAccepted(tx, tokenHash, now)
    await deleteSessionsOf(tx, personId)
    await deleteSignInFailuresOf(tx, email)
    await recordEvent(tx, {
      what: 'person.invitation-accepted',
      subject: { kind: 'person', id: personId },
      actorId: personId,
      happenedAt: now,
    })
    return { allowed: true, personId } as const
  })
}
