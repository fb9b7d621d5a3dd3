import type { Context } from '~/auth/context.server'
import { inTransaction } from '~/db/db.server'
import { recordEvent } from '~/db/tables/events.server'
import { setMeasureLinks } from '~/db/tables/measure-links.server'
import { insertMeasure } from '~/db/tables/measures.server'
import type { Refusal } from '~/domain/decision'
import { canDefine } from '~/domain/measure/measure'
import type { DefinedMeasure } from './define-measure.form'
import { linksAreThere } from './links-are-there.server'
import { ownerOfMeasure } from './owner-of-measure.server'

/** Begins to follow a number. */
export async function defineMeasure(
  context: Context,
  { notAnIdentifier, recommendationIds, actionIds, ...measure }: DefinedMeasure,
): Promise<{ allowed: true; measureId: number } | Refusal> {
  const { actor, now } = context
  return inTransaction(context, async (tx) => {
    const decision = canDefine(actor)
    if (!decision.allowed) return decision
    const links = { recommendationIds, actionIds }
    const there = await linksAreThere(tx, links)
    if (!there.allowed) return there
    const owner = await ownerOfMeasure(tx, measure.ownerId)
    if (owner && !owner.allowed) return owner

    const measureId = await insertMeasure(tx, {
      ...measure,
      createdById: actor.personId,
      createdAt: now,
    })
    await setMeasureLinks(tx, measureId, links)
    await recordEvent(tx, {
      what: 'measure.defined',
      subject: { kind: 'measure', id: measureId },
      actorId: actor.personId,
      happenedAt: now,
      after: {
        ...measure,
        owner: owner?.owner ?? null,
        ...links,
        ...(notAnIdentifier ? { notAnIdentifier } : {}),
      },
    })
    return { allowed: true as const, measureId }
  })
}
