import type { z } from 'zod'
import type { Context } from '~/auth/context.server'
import { inTransaction } from '~/db/db.server'
import { recordEvent } from '~/db/tables/events.server'
import { deleteOpenInvitations } from '~/db/tables/invitations.server'
import { accessFacts, lockAccess, updatePerson } from '~/db/tables/people.server'
import { deleteSessionsOf } from '~/db/tables/sessions.server'
import { canSuspend } from '~/domain/access/suspension'
import { type Decision, yes } from '~/domain/decision'
import type { suspendPersonForm } from './suspend-person.form'

/** Shuts somebody out at once: signed out everywhere, links taken back. What they did stays. */
export async function suspendPerson(
  context: Context,
  personId: number,
  form: z.output<typeof suspendPersonForm>,
): Promise<Decision | undefined> {
  const { actor, now } = context
  return inTransaction(context, async (tx) => {
    await lockAccess(tx, personId)
    const person = await accessFacts(tx, personId)
    if (!person) return undefined
    const decision = canSuspend(actor, person)
    if (!decision.allowed) return decision

    await updatePerson(tx, personId, { suspendedAt: now })
    await deleteSessionsOf(tx, personId)
    await deleteOpenInvitations(tx, personId)
    await recordEvent(tx, {
      what: 'person.suspended',
      subject: { kind: 'person', id: personId },
      actorId: actor.personId,
      happenedAt: now,
      after: { reason: form.reason },
    })
    return yes
  })
}
