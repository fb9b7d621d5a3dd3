import type { z } from 'zod'
import type { Context } from '~/auth/context.server'
import { inTransaction } from '~/db/db.server'
import { recomputeStandings } from '~/db/tables/action-standings.server'
import { recordEvent } from '~/db/tables/events.server'
import { insertShelfLives, lockShelfLives, shelfLivesAt } from '~/db/tables/shelf-lives.server'
import { type Decision, yes } from '~/domain/decision'
import { canSetShelfLives } from '~/domain/evidence/shelf-lives'
import type { setShelfLivesForm } from './set-shelf-lives.form'

/** Sets how long evidence of each kind is fresh, from now on. */
export async function setShelfLives(
  context: Context,
  { lives, why, notAnIdentifier }: z.output<typeof setShelfLivesForm>,
): Promise<Decision> {
  const { actor, now } = context
  return inTransaction(context, async (tx) => {
    await lockShelfLives(tx)
    const present = await shelfLivesAt(tx, now)
    const decision = canSetShelfLives(actor, present, { lives, why })
    if (!decision.allowed) return decision

    const savedById = actor.personId
    const id = await insertShelfLives(tx, { validFrom: now, savedById, why, lives })
    await recomputeStandings(tx)
    await recordEvent(tx, {
      what: 'shelf-lives.set',
      subject: { kind: 'shelf-lives', id },
      actorId: actor.personId,
      happenedAt: now,
      before: present,
      after: { ...lives, why, ...(notAnIdentifier && { notAnIdentifier }) },
    })
    return yes
  })
}
