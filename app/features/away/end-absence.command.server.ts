import type { Context } from '~/auth/context.server'
import { inTransaction } from '~/db/db.server'
import { endAbsence as writeEnd, lockAbsence } from '~/db/tables/absences.server'
import { recordEvent } from '~/db/tables/events.server'
import { type Refusal } from '~/domain/decision'
import { backOn, canEndAbsence } from '~/domain/people/absence'

/** Somebody is back before the last day, or does not go at all. What was named stays on record. */
export async function endAbsence(
  context: Context,
  absenceId: number,
): Promise<{ allowed: true; personId: number } | Refusal | undefined> {
  const { actor, now, today } = context
  return inTransaction(
    context,
    async (tx): Promise<{ allowed: true; personId: number } | Refusal | undefined> => {
      const absence = await lockAbsence(tx, absenceId)
      if (!absence) return undefined
      const decision = canEndAbsence(actor, absence, today)
      if (!decision.allowed) return decision

      const day = backOn(absence, today)
      await writeEnd(tx, {
        id: absenceId,
        backOn: day,
        backSaidById: actor.personId,
        backSaidAt: now,
      })
      await recordEvent(tx, {
        what: 'person.absence-ended',
        subject: { kind: 'person', id: absence.personId },
        actorId: actor.personId,
        happenedAt: now,
        before: { awayFrom: absence.awayFrom, awayTo: absence.awayTo },
        after: { backOn: day },
      })
      return { allowed: true, personId: absence.personId }
    },
  )
}
