import type { z } from 'zod'
import type { Context } from '~/auth/context.server'
import { inTransaction } from '~/db/db.server'
import { recordEvent } from '~/db/tables/events.server'
import { canTakeContributions } from '~/domain/access/contributions'
import type { Refusal } from '~/domain/decision'
import type { takeContributionsForm } from './take-contributions.form'

/** Puts into the audit trail that what a person did is taken; the file is made as it is sent. */
export async function takeContributions(
  context: Context,
  personId: number,
  { reason }: z.output<typeof takeContributionsForm>,
): Promise<{ allowed: true; takenId: number } | Refusal | undefined> {
  const { actor, now } = context
  return inTransaction(context, async (tx) => {
    const person = await tx
      .selectFrom('people')
      .where('id', '=', personId)
      .select('id')
      .executeTakeFirst()
    if (!person) return undefined
    const decision = canTakeContributions(actor, reason)
    if (!decision.allowed) return decision

    const takenId = await recordEvent(tx, {
      what: 'person.contributions-taken',
      subject: { kind: 'person', id: personId },
      actorId: actor.personId,
      happenedAt: now,
      after: { reason },
    })
    return { allowed: true as const, takenId }
  })
}
