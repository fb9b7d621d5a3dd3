import type { Tx } from '~/db/db.server'
import { setActionContributors } from '~/db/tables/action-contributors.server'
import { countEdit, giveAction, lockActions } from '~/db/tables/actions.server'
import { giveBoardDecision, lockBoardDecision } from '~/db/tables/board-decisions.server'
import { lockChecklistItem, updateChecklistItem } from '~/db/tables/checklist-items.server'
import {
  lockEvidenceRequests,
  passOnEvidenceRequest,
  passOnReview,
} from '~/db/tables/evidence-requests.server'
import { giveMeasure, lockMeasures } from '~/db/tables/measures.server'
import { type Item, itemsOf, type ThingKey } from '~/db/what-is-theirs.server'
import type { HandOverKind, OfferAnswer } from '~/domain/action/hand-over'
import type { NamedPerson } from '~/domain/action/history'

/** What the history of its subject calls it when a thing of this kind is offered, and how that is answered. */
const stems: Record<HandOverKind, `${string}.${string}`> = {
  action: 'action.',
  part: 'action.part-',
  request: 'action.evidence-request-',
  review: 'action.review-',
  measure: 'measure.',
  ready: 'visit.checklist-item-',
  decided: 'board-decision.',
}

/** "measure.offered", "measure.passed-on", "measure.offer-declined". */
export const eventOf = (
  kind: HandOverKind,
  happened: 'offered' | OfferAnswer,
): `${string}.${string}` => {
  if (happened === 'offered') return `${stems[kind]}offered`
  // An action is owned by whoever accepts it; everything else passes on.
  if (happened === 'accepted' && kind !== 'action') return `${stems[kind]}passed-on`
  return `${stems[kind]}offer-${happened}`
}

/** How the history of its subject says which of its things it is. */
export const nameIn = ({ kind, what }: Item): { what?: string; words?: string } => {
  if (kind === 'decided') return { words: what }
  return kind === 'measure' || what === undefined ? {} : { what }
}

/** Actions first, then requests, measures and duties, as all who act on them do. Lock, then read. */
export async function lockThings(tx: Tx, things: readonly ThingKey[]): Promise<void> {
  const items = await itemsOf(tx, things)
  const ids = (...kinds: HandOverKind[]) =>
    things.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id)
  const inOrder = (kind: HandOverKind) => ids(kind).sort((a, b) => a - b)
  await lockActions(tx, [...new Set(items.flatMap(({ action }) => action?.id ?? []))])
  await lockEvidenceRequests(tx, ids('request', 'review'))
  await lockMeasures(tx, ids('measure'))
  for (const id of inOrder('ready')) await lockChecklistItem(tx, id)
  for (const id of inOrder('decided')) await lockBoardDecision(tx, id)
}

interface Between {
  from: NamedPerson
  to: NamedPerson
}

/** What the event says beside who handed it over and with which note. */
interface Given {
  before?: Record<string, unknown>
  after: Record<string, unknown>
}

/** Gives a thing to whoever accepted it. */
export const give: Record<HandOverKind, (tx: Tx, item: Item, people: Between) => Promise<Given>> = {
  async action(tx, { id }, { from, to }) {
    const version = await giveAction(tx, id, to.id)
    return { before: { owner: from, version: version - 1 }, after: { owner: to, version } }
  },

  async part(tx, { id, held }, { from, to }) {
    const before = await contributorsOf(tx, id)
    const others = before.filter((one) => one.id !== from.id)
    // The owner contributes anyway.
    const isThere = held.ownerId === to.id || others.some((one) => one.id === to.id)
    const contributors = isThere ? others : [...others, to]
    await setActionContributors(
      tx,
      id,
      contributors.map((one) => one.id),
    )
    const version = await countEdit(tx, id)
    return {
      before: { contributors: before, version: version - 1 },
      after: { contributors, version, from, to },
    }
  },

  async request(tx, item, { from, to }) {
    await passOnEvidenceRequest(tx, item.id, to.id)
    return { after: { ...nameIn(item), from, to } }
  },

  async review(tx, item, { from, to }) {
    await passOnReview(tx, item.id, to.id)
    return { after: { ...nameIn(item), from, to } }
  },

  async measure(tx, { id }, { from, to }) {
    await giveMeasure(tx, id, to.id)
    return { before: { owner: from }, after: { owner: to } }
  },

  async ready(tx, item, { from, to }) {
    await updateChecklistItem(tx, item.id, { ownerId: to.id })
    return { before: { ...nameIn(item), owner: from }, after: { ...nameIn(item), owner: to } }
  },

  async decided(tx, item, { from, to }) {
    await giveBoardDecision(tx, item.id, to.id)
    return { before: { ...nameIn(item), owner: from }, after: { ...nameIn(item), owner: to } }
  },
}

const contributorsOf = (tx: Tx, actionId: number): Promise<NamedPerson[]> =>
  tx
    .selectFrom('actionContributors as c')
    .innerJoin('people as p', 'p.id', 'c.personId')
    .where('c.actionId', '=', actionId)
    .orderBy('p.name')
    .select(['p.id', 'p.name'])
    .execute()
