import type { Context } from '~/auth/context.server'
import { inTransaction } from '~/db/db.server'
import { recordEvent } from '~/db/tables/events.server'
import { insertKeyLineWithdrawal } from '~/db/tables/key-line-withdrawals.server'
import { keyLineWordings } from '~/db/tables/key-line-wordings.server'
import { lockKeyLine } from '~/db/tables/key-lines.server'
import { visitById } from '~/db/tables/visits.server'
import { type Decision, yes } from '~/domain/decision'
import { canWriteKeyLines } from '~/domain/plan/key-lines'

/** Takes a key line away; what it said stays on record. */
export async function withdrawKeyLine(
  context: Context,
  visitId: number,
  keyLineId: number,
): Promise<Decision | undefined> {
  const { actor, now } = context
  return inTransaction(context, async (tx) => {
    await lockKeyLine(tx, keyLineId)
    const line = (await keyLineWordings(tx, { keyLineId })).at(-1)
    const visit = await visitById(tx, visitId)
    if (!visit || line?.visitId !== visitId || line.isWithdrawn) return undefined
    const decision = canWriteKeyLines(actor, visit)
    if (!decision.allowed) return decision

    await insertKeyLineWithdrawal(tx, {
      keyLineId,
      withdrawnById: actor.personId,
      withdrawnAt: now,
    })
    await recordEvent(tx, {
      what: 'visit.key-line-taken-away',
      subject: { kind: 'visit', id: visitId },
      actorId: actor.personId,
      happenedAt: now,
      before: { question: line.question },
    })
    return yes
  })
}
