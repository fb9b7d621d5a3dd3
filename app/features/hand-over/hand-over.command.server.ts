import type { z } from 'zod'
import type { Context } from '~/auth/context.server'
import { inTransaction, type Tx } from '~/db/db.server'
import { recordEvent } from '~/db/tables/events.server'
import { insertHandOver } from '~/db/tables/hand-overs.server'
import { insertOffer, newOwner } from '~/db/tables/offers.server'
import { keepPeople } from '~/db/tables/people.server'
import { decisionsFor, itemsOf, type ThingKey } from '~/db/what-is-theirs.server'
import { may } from '~/domain/access/permissions'
import type { HandOverKind } from '~/domain/action/hand-over'
import type { NamedPerson } from '~/domain/action/history'
import { type Decision, no, type Refusal } from '~/domain/decision'
import { actionRef } from '~/domain/plan/references'
import { counted } from '~/domain/time/calendar-date'
import { type handOverForm, itemKey } from './hand-over.form'
import { eventOf, lockThings, nameIn } from './things.server'

export type HandedOver =
  | { allowed: true; offered: number }
  /** what cannot be handed over, each with its reason; nothing was */
  | (Refusal & { refusals?: { key: string; sentence: string }[] })

/**
 * Hands over what somebody has to somebody else, who is asked to accept each thing: it stays where it
 * is until they do. All of it is offered or nothing.
 */
export async function handOver(
  context: Context,
  fromId: number,
  form: z.output<typeof handOverForm>,
): Promise<HandedOver | undefined> {
  const { actor, now } = context
  return inTransaction(context, async (tx): Promise<HandedOver | undefined> => {
    const decision = may(actor, 'hand-over.make')
    if (!decision.allowed) return decision
    const chosen = form['items[]'].map((key) => keyParts(key, fromId))
    await lockThings(tx, chosen)
    await keepPeople(tx, [fromId, form.toId])
    const from = await nameOf(tx, fromId)
    if (!from) return undefined
    const to = await newOwner(tx, form.toId)
    if (!to) return no('Choose somebody from the list.')

    const items = await itemsOf(tx, chosen)
    const decisions = await decisionsFor(tx, actor, fromId, to, items)
    const refusals = form['items[]'].flatMap((key) => {
      const one: Decision = decisions.get(key) ?? no('It is no longer there.')
      if (one.allowed) return []
      const item = items.find((other) => other.key === key)
      const name = item?.action ? actionRef(item.action.id) : item?.what
      return [{ key, sentence: name ? `${name}: ${one.because}` : one.because }]
    })
    if (refusals.length > 0) {
      return {
        ...no(
          `Nothing was handed over: ${refusals.length} of ${counted(chosen.length, 'thing')} cannot go to ${to.name}.`,
        ),
        refusals,
      }
    }

    const handOverId = await insertHandOver(tx, {
      ...{ fromId, toId: to.personId, note: form.note },
      ...{ madeById: actor.personId, madeAt: now },
    })
    const newcomer = { id: to.personId, name: to.name }
    for (const item of items) {
      await insertOffer(tx, item, { handOverId, fromId, toId: to.personId })
      await recordEvent(tx, {
        what: eventOf(item.kind, 'offered'),
        subject: item.subject,
        actorId: actor.personId,
        happenedAt: now,
        after: {
          ...{ ...nameIn(item), from, to: newcomer, note: form.note },
          ...(form.notAnIdentifier ? { notAnIdentifier: form.notAnIdentifier } : {}),
        },
      })
    }
    const of = (kind: HandOverKind) => items.filter((item) => item.kind === kind)
    await recordEvent(tx, {
      what: 'person.handed-over',
      subject: { kind: 'person', id: fromId },
      actorId: actor.personId,
      happenedAt: now,
      after: {
        to: newcomer,
        actions: of('action').map(({ action }) => action!.title),
        parts: of('part').map(({ action }) => action!.title),
        requests: of('request').length,
        reviews: of('review').length,
        measures: of('measure').map(({ what }) => what),
        ready: of('ready').map(({ what }) => what),
        decided: of('decided').map(({ what }) => what),
        note: form.note,
      },
    })
    return { allowed: true, offered: items.length }
  })
}

/** What is chosen on the page, as it is with this person. */
function keyParts(key: string, personId: number): ThingKey {
  const [, kind, id] = itemKey.exec(key)!
  return { kind: kind as HandOverKind, id: Number(id), personId }
}

const nameOf = (tx: Tx, personId: number): Promise<NamedPerson | undefined> =>
  tx.selectFrom('people').where('id', '=', personId).select(['id', 'name']).executeTakeFirst()
