import type { Context } from '~/auth/context.server'
import { inTransaction } from '~/db/db.server'
import { measureById } from '~/db/measure-facts.server'
import { recordEvent } from '~/db/tables/events.server'
import { setMeasureTarget } from '~/db/tables/measure-targets.server'
import { lockMeasures } from '~/db/tables/measures.server'
import { type Decision, yes } from '~/domain/decision'
import { canDefine } from '~/domain/measure/measure'
import type { MeasureTarget } from './set-target.form'

/** Sets what the measure shall reach, from a day on. Earlier periods keep the target that they had. */
export async function setTarget(
  context: Context,
  measureId: number,
  { value, validFrom }: MeasureTarget,
): Promise<Decision | undefined> {
  const { actor, now } = context
  return inTransaction(context, async (tx) => {
    await lockMeasures(tx, [measureId])
    const measure = await measureById(tx, measureId)
    if (!measure) return undefined

    const decision = canDefine(actor)
    if (!decision.allowed) return decision

    await setMeasureTarget(tx, {
      measureId,
      validFrom,
      value,
      setById: actor.personId,
      setAt: now,
    })
    const before = measure.targets.find((target) => target.validFrom === validFrom)
    await recordEvent(tx, {
      what: 'measure.target-set',
      subject: { kind: 'measure', id: measureId },
      actorId: actor.personId,
      happenedAt: now,
      before: before && { value: before.value, validFrom },
      after: { value, validFrom },
    })
    return yes
  })
}
