import type { Context } from '~/auth/context.server'
import { inTransaction } from '~/db/db.server'
import { measureById, presentFigures } from '~/db/measure-facts.server'
import { recordEvent } from '~/db/tables/events.server'
import { setMeasureLinks } from '~/db/tables/measure-links.server'
import { lockMeasures, updateMeasure } from '~/db/tables/measures.server'
import { type Decision, no, yes } from '~/domain/decision'
import { canDefine } from '~/domain/measure/measure'
import type { EditedMeasure } from './define-measure.form'
import { linksAreThere } from './links-are-there.server'
import { ownerOfMeasure } from './owner-of-measure.server'

/** Says anew what is measured. What is compared, the unit and the periods, stays once there are figures. */
export async function editMeasure(
  context: Context,
  measureId: number,
  { notAnIdentifier, recommendationIds, actionIds, version, ...measure }: EditedMeasure,
): Promise<Decision | undefined> {
  const { actor, now } = context
  return inTransaction(context, async (tx) => {
    await lockMeasures(tx, [measureId])
    const present = await measureById(tx, measureId)
    if (!present) return undefined

    const decision = canDefine(actor, {
      hasFigures: (await presentFigures(tx, [measureId])).length > 0,
      unitChanges: present.unit !== measure.unit,
      periodChanges: present.length !== measure.period,
    })
    if (!decision.allowed) return decision
    if (present.version !== version) {
      return no(
        'Somebody else changed this measure meanwhile. What you typed is still here: look at theirs in another window, then save again.',
      )
    }
    const links = { recommendationIds, actionIds }
    const there = await linksAreThere(tx, links)
    if (!there.allowed) return there
    // An owner who has left stays until somebody names another.
    const isOther = measure.ownerId !== present.ownerId
    const owner = isOther ? await ownerOfMeasure(tx, measure.ownerId) : undefined
    if (owner && !owner.allowed) return owner

    await updateMeasure(tx, measureId, { ...measure, version: version + 1 })
    await setMeasureLinks(tx, measureId, links)
    const { title, definition, unit, length: period, better, source } = present
    await recordEvent(tx, {
      what: 'measure.edited',
      subject: { kind: 'measure', id: measureId },
      actorId: actor.personId,
      happenedAt: now,
      before: {
        ...{ title, definition, unit, period, better, source },
        recommendationIds: present.recommendationIds,
        actionIds: present.actionIds,
        ...(isOther ? { owner: present.owner } : {}),
      },
      after: {
        ...measure,
        ...(isOther ? { owner: owner?.owner ?? null } : {}),
        ...links,
        ...(notAnIdentifier ? { notAnIdentifier } : {}),
      },
    })
    return yes
  })
}
