import type { Context } from '~/auth/context.server'
import { inTransaction } from '~/db/db.server'
import { measureById } from '~/db/measure-facts.server'
import { recordEvent } from '~/db/tables/events.server'
import { insertMeasureBaseline } from '~/db/tables/measure-baselines.server'
import { lockMeasures } from '~/db/tables/measures.server'
import { type Decision, yes } from '~/domain/decision'
import { canRebaseline } from '~/domain/measure/rebaseline'
import type { Rebaselined } from './rebaseline.form'

/** Decides that the limits begin anew from a period. */
export async function rebaseline(
  context: Context,
  measureId: number,
  { from, reason, notAnIdentifier }: Rebaselined,
): Promise<Decision | undefined> {
  const { actor, now } = context
  return inTransaction(context, async (tx) => {
    await lockMeasures(tx, [measureId])
    const measure = await measureById(tx, measureId)
    if (!measure) return undefined

    const { length, points, cuts } = measure
    const periods = points.map((point) => point.from)
    const decision = canRebaseline(actor, { length, periods, cuts }, { from, reason })
    if (!decision.allowed) return decision

    await insertMeasureBaseline(tx, {
      measureId,
      periodFrom: from,
      reason,
      decidedById: actor.personId,
      decidedAt: now,
    })
    await recordEvent(tx, {
      what: 'measure.re-baselined',
      subject: { kind: 'measure', id: measureId },
      actorId: actor.personId,
      happenedAt: now,
      after: { from, reason, ...(notAnIdentifier ? { notAnIdentifier } : {}) },
    })
    return yes
  })
}
