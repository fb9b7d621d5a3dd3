import type { z } from 'zod'
import type { Context } from '~/auth/context.server'
import { inTransaction } from '~/db/db.server'
import {
  dueDateLimitsAt,
  insertDueDateLimits,
  lockDueDateLimits,
} from '~/db/tables/due-date-limits.server'
import { recordEvent } from '~/db/tables/events.server'
import { canSetDueDateLimits } from '~/domain/action/due-date-limits'
import { isStillAsShown } from '~/domain/as-shown'
import { type Decision, yes } from '~/domain/decision'
import type { setDueDateLimitsForm } from './set-due-date-limits.form'

/** Sets how far a date may move without a leader, from now on; not where somebody else just did. */
export async function setDueDateLimits(
  context: Context,
  { limits, why, asShown, notAnIdentifier }: z.output<typeof setDueDateLimitsForm>,
): Promise<Decision> {
  const { actor, now } = context
  return inTransaction(context, async (tx) => {
    await lockDueDateLimits(tx)
    const present = await dueDateLimitsAt(tx, now)

    const decision = canSetDueDateLimits(actor, present, { limits, why })
    if (!decision.allowed) return decision
    const stillSo = isStillAsShown(present, asShown, 'these limits')
    if (!stillSo.allowed) return stillSo

    const savedById = actor.personId
    const id = await insertDueDateLimits(tx, { validFrom: now, savedById, why, limits })
    await recordEvent(tx, {
      what: 'due-date-limits.set',
      subject: { kind: 'due-date-limits', id },
      actorId: actor.personId,
      happenedAt: now,
      before: present,
      after: { ...limits, why, ...(notAnIdentifier && { notAnIdentifier }) },
    })
    return yes
  })
}
