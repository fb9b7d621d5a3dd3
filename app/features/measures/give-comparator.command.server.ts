import type { Context } from '~/auth/context.server'
import { inTransaction } from '~/db/db.server'
import { measureById } from '~/db/measure-facts.server'
import { recordEvent } from '~/db/tables/events.server'
import { giveMeasureComparator } from '~/db/tables/measure-comparators.server'
import { lockMeasures } from '~/db/tables/measures.server'
import { type Decision, yes } from '~/domain/decision'
import { canDefine } from '~/domain/measure/measure'
import type { MeasureComparator } from './give-comparator.form'

/** Gives what others had in a year, and where that was published. */
export async function giveComparator(
  context: Context,
  measureId: number,
  { notAnIdentifier, ...comparator }: MeasureComparator,
): Promise<Decision | undefined> {
  const { actor, now } = context
  return inTransaction(context, async (tx) => {
    await lockMeasures(tx, [measureId])
    if (!(await measureById(tx, measureId))) return undefined

    const decision = canDefine(actor)
    if (!decision.allowed) return decision

    await giveMeasureComparator(tx, {
      measureId,
      ...comparator,
      givenById: actor.personId,
      givenAt: now,
    })
    await recordEvent(tx, {
      what: 'measure.comparator-given',
      subject: { kind: 'measure', id: measureId },
      actorId: actor.personId,
      happenedAt: now,
      after: { ...comparator, ...(notAnIdentifier ? { notAnIdentifier } : {}) },
    })
    return yes
  })
}
