import type { z } from 'zod'
import type { Context } from '~/auth/context.server'
import { inTransaction } from '~/db/db.server'
import { recordEvent } from '~/db/tables/events.server'
import { insertKeyLineWording } from '~/db/tables/key-line-wordings.server'
import { insertKeyLine } from '~/db/tables/key-lines.server'
import { lockVisit, visitById } from '~/db/tables/visits.server'
import { type Decision, yes } from '~/domain/decision'
import { canWriteKeyLines } from '~/domain/plan/key-lines'
import type { addKeyLineForm } from './key-line.form'
import { restsOnWhatIsThere } from './key-line-choices.query.server'

/** Writes down a question that inspectors are expected to ask. */
export async function addKeyLine(
  context: Context,
  visitId: number,
  { line, notAnIdentifier }: z.output<typeof addKeyLineForm>,
): Promise<Decision | undefined> {
  const { actor, now } = context
  return inTransaction(context, async (tx) => {
    await lockVisit(tx, visitId)
    const visit = await visitById(tx, visitId)
    if (!visit) return undefined
    const decision = canWriteKeyLines(actor, visit)
    if (!decision.allowed) return decision
    const isThere = await restsOnWhatIsThere({ ...context, db: tx }, line)
    if (!isThere.allowed) return isThere

    const by = { writtenById: actor.personId, writtenAt: now }
    const id = await insertKeyLine(tx, { visitId, addedById: actor.personId, addedAt: now })
    await insertKeyLineWording(tx, { keyLineId: id, version: 1 }, line, by)
    await recordEvent(tx, {
      what: 'visit.key-line-added',
      subject: { kind: 'visit', id: visitId },
      actorId: actor.personId,
      happenedAt: now,
      after: { question: line.question, ...(notAnIdentifier && { notAnIdentifier }) },
    })
    return yes
  })
}
