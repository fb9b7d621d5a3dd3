import type { Tx } from '../db.server'

/** `tokenHash` is the SHA-256 of what stands in the link: a leaked backup lets nobody in. */
export async function insertInvitation(
  tx: Tx,
  invitation: {
    tokenHash: string
    personId: number
    invitedById: number | null
    invitedAt: Date
    expiresAt: Date
  },
): Promise<void> {
  await tx.insertInto('invitations').values(invitation).execute()
}

export async function markInvitationAccepted(
  tx: Tx,
  tokenHash: string,
  acceptedAt: Date,
): Promise<void> {
  await tx
    .updateTable('invitations')
    .set({ acceptedAt })
    .where('tokenHash', '=', tokenHash)
    .execute()
}

/** Takes back the links a person has not used, so that only the newest opens. */
export async function deleteOpenInvitations(tx: Tx, personId: number): Promise<void> {
  await tx
    .deleteFrom('invitations')
    .where('personId', '=', personId)
    .where('acceptedAt', 'is', null)
    .execute()
}
