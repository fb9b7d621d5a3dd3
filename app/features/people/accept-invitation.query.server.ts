import type { Db } from '~/db/db.server'
import { canAccept } from '~/domain/access/invitation'
import { no, type Decision } from '~/domain/decision'
import { hashOfToken } from './invitation-token.server'

export interface InvitationView {
  decision: Decision
  /** whom it is for; not told where the link is closed */
  person: { name: string; email: string } | undefined
}

const unknownLink = no(
  'This link does not work. It may have been cut short when it was copied, or a newer one has taken its place.',
)

/** What stands behind a link. Called with nobody signed in. */
export async function invitationView(
  { db, now }: { db: Db; now: Date },
  token: string,
): Promise<InvitationView> {
  const invitation = await invitationBehind(db, hashOfToken(token))
  if (!invitation) return { decision: unknownLink, person: undefined }
  const { name, email } = invitation
  const decision = canAccept(invitation, now)
  return { decision, person: decision.allowed ? { name, email } : undefined }
}

export async function invitationBehind(db: Db, tokenHash: string) {
  const invitation = await db
    .selectFrom('invitations as i')
    .innerJoin('people as p', 'p.id', 'i.personId')
    .where('i.tokenHash', '=', tokenHash)
    .select(['p.id as personId', 'p.name', 'p.email', 'p.suspendedAt'])
    .select(['i.expiresAt', 'i.acceptedAt'])
    .executeTakeFirst()
  return invitation && { ...invitation, isSuspended: invitation.suspendedAt !== null }
}
