import type { Context } from '~/auth/context.server'
import { inTransaction } from '~/db/db.server'
import { recordEvent } from '~/db/tables/events.server'
import {
  insertIdentifierSettings,
  lockIdentifierSettings,
  presentIdentifiers,
} from '~/db/tables/identifier-settings.server'
import { type Decision, yes } from '~/domain/decision'
import { canSetIdentifiers, type IdentifiersAsked } from '~/domain/evidence/identifier-settings'

/** Sets what is looked for beside what tells a child everywhere, in all that is added from now on. */
export async function setIdentifiers(
  context: Context,
  asked: IdentifiersAsked & { notAnIdentifier: string },
): Promise<Decision> {
  const { actor, now } = context
  const { caseNumbers, officePostcodes, why, notAnIdentifier } = asked
  return inTransaction(context, async (tx) => {
    await lockIdentifierSettings(tx)
    const { id: _, ...present } = await presentIdentifiers(tx)
    const decision = canSetIdentifiers(actor, present, asked)
    if (!decision.allowed) return decision

    const set = { caseNumbers, officePostcodes }
    const id = await insertIdentifierSettings(tx, {
      ...{ ...set, why, validFrom: now },
      savedById: actor.personId,
    })
    await recordEvent(tx, {
      what: 'identifier-settings.set',
      subject: { kind: 'identifier-settings', id },
      actorId: actor.personId,
      happenedAt: now,
      before: present,
      after: { ...set, why, ...(notAnIdentifier && { notAnIdentifier }) },
    })
    return yes
  })
}
