import type { ActionEvent, NamedPerson } from '~/domain/action/history'
import { actionStanding } from '~/domain/action/standing'
import { whyANewOwnerEndsIt } from '~/domain/plan/brag-override'
import type { CalendarDate } from '~/domain/time/calendar-date'
import { judgedActions } from './action-facts.server'
import type { Tx } from './db.server'
import { endBragOverride, runningOverridesBy } from './tables/brag-overrides.server'
import { bragTableAt } from './tables/brag-tables.server'
import { recordEvents } from './tables/events.server'

/**
 * What ends when somebody comes to own actions: a colour that they stated of one while they did not own
 * it. Whoever changes an owner calls this, in the same transaction; the database refuses the change
 * where it is left out.
 */
export async function endWhatANewOwnerStated(
  tx: Tx,
  { actor, now, today }: { actor: { personId: number }; now: Date; today: CalendarDate },
  owner: NamedPerson,
  actionIds: readonly number[],
): Promise<void> {
  const running = await runningOverridesBy(tx, owner.id, actionIds, today)
  if (running.length === 0) return
  const endReason = whyANewOwnerEndsIt(owner.name)
  for (const { id } of running) {
    await endBragOverride(tx, id, { endedById: actor.personId, endedAt: now, endReason })
  }
  const table = await bragTableAt(tx, now)
  const judged = await judgedActions(tx, { actionIds: running.map(({ actionId }) => actionId) })
  await recordEvents(
    tx,
    running.map(({ actionId, brag, untilOn }) => {
      const action = judged.find(({ id }) => id === actionId)!
      const event: ActionEvent = {
        what: 'action.colour-ended',
        before: { colour: brag, untilOn },
        after: { colour: actionStanding(action, today, table).colour.derived, reason: endReason },
      }
      return {
        ...event,
        subject: { kind: 'action', id: actionId },
        actorId: actor.personId,
        happenedAt: now,
      }
    }),
  )
}
