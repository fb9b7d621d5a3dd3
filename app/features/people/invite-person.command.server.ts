import type { z } from 'zod'
import { type Db, inTransaction, type Tx } from '~/db/db.server'
import { recordEvent } from '~/db/tables/events.server'
import { insertPerson, type PersonColumns } from '~/db/tables/people.server'
import { setRoles } from '~/db/tables/person-roles.server'
import { type Actor, may, type Role } from '~/domain/access/permissions'
import { no, type Refusal } from '~/domain/decision'
import type { invitePersonForm } from './invite-person.form'
import { openInvitation } from './open-invitation.server'

export interface Inviter {
  db: Db
  now: Date
  /** undefined: the operator at the server's own console, who lets the first administrator in */
  actor: Actor | undefined
}

export type Invited = { allowed: true; personId: number; token: string }

/** Makes a person who can choose a password by a link. The link is in the answer and nowhere else. */
export async function invitePerson(
  { db, now, actor }: Inviter,
  form: z.output<typeof invitePersonForm>,
): Promise<Invited | Refusal> {
  return inTransaction({ db, now }, async (tx): Promise<Invited | Refusal> => {
    const mayInvite = actor ? may(actor, 'people.manage') : undefined
    if (mayInvite && !mayInvite.allowed) return mayInvite
    const { name, email, jobTitle, teamId, 'roles[]': roles } = form
    if (teamId !== null && !(await isTeam(tx, teamId))) {
      return no('That team is no longer there. Choose another.')
    }

    return makePerson(tx, { name, email, jobTitle, teamId, roles }, { now, actor })
  })
}

/** A person with their roles, and the link by which they choose a password. */
export async function makePerson(
  tx: Tx,
  { roles, ...person }: PersonColumns & { roles: readonly Role[] },
  { now, actor, ...proposed }: Omit<Inviter, 'db'> & { proposedBy?: string; held?: number },
): Promise<Invited> {
  const personId = await insertPerson(tx, { ...person, createdAt: now })
  await setRoles(tx, personId, roles)
  const token = await openInvitation(tx, { personId, invitedById: actor?.personId, now })
  await recordEvent(tx, {
    what: 'person.invited',
    subject: { kind: 'person', id: personId },
    actorId: actor?.personId,
    happenedAt: now,
    after: { ...person, roles, ...proposed },
  })
  return { allowed: true, personId, token }
}

export async function isTeam(db: Db, teamId: number): Promise<boolean> {
  const team = await db.selectFrom('teams').where('id', '=', teamId).select('id').executeTakeFirst()
  return team !== undefined
}
