import type { Tx } from '~/db/db.server'
import { deleteOpenInvitations, insertInvitation } from '~/db/tables/invitations.server'
import { invitationDays } from '~/domain/access/invitation'
import { newInvitationToken } from './invitation-token.server'

/** Opens a new link for a person and closes the ones before; answers what stands in it. */
export async function openInvitation(
  tx: Tx,
  { personId, invitedById, now }: { personId: number; invitedById: number | undefined; now: Date },
): Promise<string> {
  const { token, tokenHash } = newInvitationToken()
  await deleteOpenInvitations(tx, personId)
  await insertInvitation(tx, {
    tokenHash,
    personId,
    invitedById: invitedById ?? null,
    invitedAt: now,
    expiresAt: new Date(now.getTime() + invitationDays * 86_400_000),
  })
  return token
}
