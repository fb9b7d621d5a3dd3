import type { Context } from '~/auth/context.server'
import { inTransaction } from '~/db/db.server'
import { recordEvent } from '~/db/tables/events.server'
import { accessFacts, lockAccess, updatePerson } from '~/db/tables/people.server'
import { canEndSuspension } from '~/domain/access/suspension'
import { type Decision, yes } from '~/domain/decision'

/** Lets somebody in again, with the password and the roles they had. */
export async function endSuspension(
  context: Context,
  personId: number,
): Promise<Decision | undefined> {
  const { actor, now } = context
  return inTransaction(context, async (tx) => {
    await lockAccess(tx, personId)
    const person = await accessFacts(tx, personId)
    if (!person) return undefined
    const decision = canEndSuspension(actor, person)
    if (!decision.allowed) return decision

    await updatePerson(tx, personId, { suspendedAt: null })
    await recordEvent(tx, {
      what: 'person.suspension-ended',
      subject: { kind: 'person', id: personId },
      actorId: actor.personId,
      happenedAt: now,
    })
    return yes
  })
}
