import type { z } from 'zod'
import type { Context } from '~/auth/context.server'
import { inTransaction } from '~/db/db.server'
import { takeHeldText } from '~/db/tables/evidence-file-held-texts.server'
import { endHold, latestHold } from '~/db/tables/evidence-file-holds.server'
import { insertEvidenceFileText } from '~/db/tables/evidence-file-texts.server'
import { lockEvidence } from '~/db/tables/evidence.server'
import { recordEvent } from '~/db/tables/events.server'
import { type Decision, yes } from '~/domain/decision'
import { canStateNoIdentifier } from '~/domain/evidence/held-file'
import type { stateNoIdentifierForm } from './state-no-identifier.form'

/** Says why what was found in a held file tells nobody who a child is: from now on others see it. */
export async function stateNoIdentifier(
  context: Context,
  { evidenceId, fileId }: { evidenceId: number; fileId: number },
  { statement }: z.output<typeof stateNoIdentifierForm>,
): Promise<Decision | undefined> {
  const { actor, now } = context
  return inTransaction(context, async (tx) => {
    await lockEvidence(tx, evidenceId)
    const held = await latestHold(tx, { evidenceId, fileId })
    if (!held || held.addedById !== actor.personId) return undefined
    const decision = canStateNoIdentifier(actor, held, statement)
    if (!decision.allowed) return decision

    await endHold(tx, {
      id: held.id,
      endedAt: now,
      endedById: actor.personId,
      outcome: 'released',
      statement,
    })
    const read = await takeHeldText(tx, fileId)
    if (read) await insertEvidenceFileText(tx, { fileId, ...read })
    await recordEvent(tx, {
      what: 'evidence.file-released',
      subject: { kind: 'evidence', id: evidenceId },
      actorId: actor.personId,
      happenedAt: now,
      before: { held: held.reason },
      after: { fileId, notAnIdentifier: statement },
    })
    return yes
  })
}
