import type { z } from 'zod'
import type { Context } from '~/auth/context.server'
import { inTransaction, type Tx } from '~/db/db.server'
import { setActionContributors } from '~/db/tables/action-contributors.server'
import { countEdit, lockActions } from '~/db/tables/actions.server'
import { giveBoardDecision, lockBoardDecision } from '~/db/tables/board-decisions.server'
import {
  checklistItem,
  lockChecklistItem,
  updateChecklistItem,
} from '~/db/tables/checklist-items.server'
import {
  lockEvidenceRequests,
  passOnEvidenceRequest,
  passOnReview,
} from '~/db/tables/evidence-requests.server'
import { recordEvent } from '~/db/tables/events.server'
import { insertHandOver } from '~/db/tables/hand-overs.server'
import { giveMeasure, lockMeasures } from '~/db/tables/measures.server'
import { insertOffer, newOwner } from '~/db/tables/offers.server'
import { keepPeople } from '~/db/tables/people.server'
import { may } from '~/domain/access/permissions'
import type { ActionEvent, NamedPerson } from '~/domain/action/history'
import { type Decision, no, type Refusal } from '~/domain/decision'
import { actionRef } from '~/domain/plan/references'
import { counted } from '~/domain/time/calendar-date'
import { type handOverForm, itemKey } from './hand-over.form'
import { decisionsFor, type Item, type ItemKind, itemsOf } from './theirs.query.server'

export type HandedOver =
  | { allowed: true; offered: number; passedOn: number }
  /** what cannot be handed over, each with its reason; nothing was */
  | (Refusal & { refusals?: { key: string; sentence: string }[] })

/**
 * Hands over what somebody has to somebody else: actions are offered; parts in actions, requests for
 * evidence, reviews, measures and what is to be seen to for visits and the board pass on at once. All of it or nothing.
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
    const chosen = form['items[]'].map(keyParts)
    await lockAllOf(tx, fromId, chosen)
    await keepPeople(tx, [fromId, form.toId])
    const from = await nameOf(tx, fromId)
    if (!from) return undefined
    const to = await newOwner(tx, form.toId)
    if (!to) return no('Choose somebody from the list.')

    const items = await itemsOf(tx, fromId, chosen)
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
    const act = { tx, context, handOverId, from, to: newcomer, form }
    for (const item of items) await deeds[item.kind](act, item)
    const of = (kind: ItemKind) => items.filter((item) => item.kind === kind)
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
    const offered = of('action').length
    return { allowed: true, offered, passedOn: items.length - offered }
  })
}

interface Act {
  tx: Tx
  context: Context
  handOverId: number
  from: NamedPerson
  to: NamedPerson
  form: z.output<typeof handOverForm>
}

const deeds: Record<ItemKind, (act: Act, item: Item) => Promise<void>> = {
  async action({ tx, context, handOverId, from, to, form }, { id }) {
    await insertOffer(tx, { handOverId, actionId: id, fromId: from.id, toId: to.id })
    await record(tx, context, id, {
      what: 'action.offered',
      after: {
        ...{ from, to, note: form.note },
        ...(form.notAnIdentifier ? { notAnIdentifier: form.notAnIdentifier } : {}),
      },
    })
  },

  async part({ tx, context, from, to, form }, { id, facts }) {
    const before = await contributorsOf(tx, id)
    const others = before.filter((one) => one.id !== from.id)
    // The owner contributes anyway.
    const isThere = facts.ownerId === to.id || others.some((one) => one.id === to.id)
    const after = isThere ? others : [...others, to]
    await setActionContributors(
      tx,
      id,
      after.map((one) => one.id),
    )
    const version = await countEdit(tx, id)
    await record(tx, context, id, {
      what: 'action.part-passed-on',
      before: { contributors: before, version: version - 1 },
      after: { contributors: after, version, from, to, note: form.note },
    })
  },

  async request({ tx, context, from, to, form }, { id, action, what = '' }) {
    await passOnEvidenceRequest(tx, id, to.id)
    await record(tx, context, action!.id, {
      what: 'action.evidence-request-passed-on',
      after: { what, from, to, note: form.note },
    })
  },

  async review({ tx, context, from, to, form }, { id, action, what = '' }) {
    await passOnReview(tx, id, to.id)
    await record(tx, context, action!.id, {
      what: 'action.review-passed-on',
      after: { what, from, to, note: form.note },
    })
  },

  async measure({ tx, context: { actor, now }, from, to, form }, { id }) {
    await giveMeasure(tx, id, to.id)
    await recordEvent(tx, {
      what: 'measure.passed-on',
      subject: { kind: 'measure', id },
      actorId: actor.personId,
      happenedAt: now,
      before: { owner: from },
      after: { owner: to, note: form.note },
    })
  },

  async ready({ tx, context: { actor, now }, from, to, form }, { id, what }) {
    const { visitId } = (await checklistItem(tx, id))!
    await updateChecklistItem(tx, id, { ownerId: to.id })
    await recordEvent(tx, {
      what: 'visit.checklist-item-passed-on',
      subject: { kind: 'visit', id: visitId },
      actorId: actor.personId,
      happenedAt: now,
      before: { what, owner: from },
      after: { what, owner: to, note: form.note },
    })
  },

  async decided({ tx, context: { actor, now }, from, to, form }, { id, what }) {
    await giveBoardDecision(tx, id, to.id)
    await recordEvent(tx, {
      what: 'board-decision.passed-on',
      subject: { kind: 'board-decision', id },
      actorId: actor.personId,
      happenedAt: now,
      before: { words: what, owner: from },
      after: { words: what, owner: to, note: form.note },
    })
  },
}

const record = async (
  tx: Tx,
  { actor, now }: Context,
  actionId: number,
  event: ActionEvent,
): Promise<void> => {
  await recordEvent(tx, {
    what: event.what,
    subject: { kind: 'action', id: actionId },
    actorId: actor.personId,
    happenedAt: now,
    before: 'before' in event ? event.before : undefined,
    after: event.after,
  })
}

function keyParts(key: string): { kind: ItemKind; id: number } {
  const [, kind, id] = itemKey.exec(key)!
  return { kind: kind as ItemKind, id: Number(id) }
}

/** Actions first, then requests, measures and duties, as all who act on them do. Lock, then read. */
async function lockAllOf(
  tx: Tx,
  personId: number,
  chosen: readonly { kind: ItemKind; id: number }[],
): Promise<void> {
  const items = await itemsOf(tx, personId, chosen)
  await lockActions(tx, [...new Set(items.flatMap(({ action }) => action?.id ?? []))])
  await lockEvidenceRequests(
    tx,
    chosen.filter(({ kind }) => kind === 'request' || kind === 'review').map(({ id }) => id),
  )
  await lockMeasures(
    tx,
    chosen.filter(({ kind }) => kind === 'measure').map(({ id }) => id),
  )
  const byId = [...chosen].sort((a, b) => a.id - b.id)
  for (const { kind, id } of byId) if (kind === 'ready') await lockChecklistItem(tx, id)
  for (const { kind, id } of byId) if (kind === 'decided') await lockBoardDecision(tx, id)
}

const contributorsOf = (tx: Tx, actionId: number): Promise<NamedPerson[]> =>
  tx
    .selectFrom('actionContributors as c')
    .innerJoin('people as p', 'p.id', 'c.personId')
    .where('c.actionId', '=', actionId)
    .orderBy('p.name')
    .select(['p.id', 'p.name'])
    .execute()

const nameOf = (tx: Tx, personId: number): Promise<NamedPerson | undefined> =>
  tx.selectFrom('people').where('id', '=', personId).select(['id', 'name']).executeTakeFirst()
