import type { z } from 'zod'
import type { Context } from '~/auth/context.server'
import { inTransaction } from '~/db/db.server'
import { recordEvent } from '~/db/tables/events.server'
import { insertRetention, lockRetention, retentionAt } from '~/db/tables/retention-periods.server'
import { type Decision, yes } from '~/domain/decision'
import { canSetRetention } from '~/domain/evidence/retention'
import type { setRetentionForm } from './set-retention.form'
import { triedAsOf } from './set-retention.query.server'

/** Sets how long evidence of each kind is kept, from now on. */
export async function setRetention(
  context: Context,
  { retention, why, triedAs, notAnIdentifier }: Omit<z.output<typeof setRetentionForm>, 'intent'>,
): Promise<Decision> {
  const { actor, now } = context
  return inTransaction(context, async (tx) => {
    await lockRetention(tx)
    const present = await retentionAt(tx, now)
    const wasTried = triedAs === triedAsOf(retention)
    const decision = canSetRetention(actor, present, { each: retention, why, wasTried })
    if (!decision.allowed) return decision

    const savedById = actor.personId
    const id = await insertRetention(tx, { validFrom: now, savedById, why, retention })
    await recordEvent(tx, {
      what: 'retention-periods.set',
      subject: { kind: 'retention-periods', id },
      actorId: actor.personId,
      happenedAt: now,
      before: present,
      after: { ...retention, why, ...(notAnIdentifier && { notAnIdentifier }) },
    })
    return yes
  })
}
