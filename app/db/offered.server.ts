import type { AnswerFacts, HandOverKind } from '~/domain/action/hand-over'
import { actionRef } from '~/domain/plan/references'
import { paths } from '~/paths'
import type { Db } from './db.server'
import {
  assuredBy,
  assuredNothing,
  type KnownOffer,
  openOffersOf,
  type Thing,
} from './tables/offers.server'
import { type Item, itemsOf } from './what-is-theirs.server'

/** An offer with what is offered, as it stands now, and what its answer is judged by. */
export interface Offered extends KnownOffer {
  item: Item
  facts: AnswerFacts
}

/** These offers, each with what it is of. */
export async function withWhatIsOffered(db: Db, offers: readonly KnownOffer[]): Promise<Offered[]> {
  const keyed = offers.map((offer) => ({
    offer,
    key: { kind: offer.kind, id: offer.itemId, personId: offer.from.id },
  }))
  const items = await itemsOf(
    db,
    keyed.map(({ key }) => key),
  )
  const assured = await assuredByThoseAsked(db, offers)
  return keyed.flatMap(({ offer, key }) => {
    const item = items.find(
      (one) => one.kind === key.kind && one.id === key.id && one.personId === key.personId,
    )
    if (!item) return []
    const facts: AnswerFacts = {
      ...{ fromId: offer.from.id, toId: offer.to.id, toName: offer.to.name },
      ...{ answer: offer.answer, held: item.held },
      assured: assured.get(offer.to.id)?.get(offer.itemId) ?? assuredNothing,
    }
    return [{ ...offer, item, facts }]
  })
}

/** What each of those who are asked to take over actions did to assure them. */
async function assuredByThoseAsked(
  db: Db,
  offers: readonly KnownOffer[],
): Promise<Map<number, Awaited<ReturnType<typeof assuredBy>>>> {
  const actions = offers.filter(({ kind }) => kind === 'action')
  const assured = new Map<number, Awaited<ReturnType<typeof assuredBy>>>()
  for (const toId of new Set(actions.map(({ to }) => to.id))) {
    const ids = actions.filter(({ to }) => to.id === toId).map(({ itemId }) => itemId)
    assured.set(toId, await assuredBy(db, toId, ids))
  }
  return assured
}

/** Whether there is anything to be answered still, or to be handed to somebody else: it lies where it lay. */
export const stillMatters = ({ from, item: { held } }: Offered): boolean =>
  !held.isOver && held.holderId === from.id

/** What is offered, or was declined, and lies where it lay; the latest first. */
export const stillOffered = async (
  db: Db,
  read: (db: Db) => Promise<KnownOffer[]>,
): Promise<Offered[]> => (await withWhatIsOffered(db, await read(db))).filter(stillMatters)

/** Where a thing is shown: to whom it is handed, and not accepted yet. */
export interface HandedOn {
  kind: HandOverKind
  id: number
  /** with whom it is until then */
  fromId: number
  offerId: number
  toName: string
}

/** What of these things is handed to somebody who has not answered. */
export const handedOn = async (db: Db, things: readonly Thing[]): Promise<HandedOn[]> =>
  (await stillOffered(db, (from) => openOffersOf(from, things))).map(
    ({ id, kind, itemId, from, to }) => ({
      ...{ kind, id: itemId, fromId: from.id, offerId: id, toName: to.name },
    }),
  )

/** The address of where the thing stands. */
export const whereItStands = ({ kind, action, place }: Item): string => {
  if (!action) return place?.to ?? paths.myWork()
  return `${paths.action(action.id)}#${kind === 'action' || kind === 'part' ? 'who' : 'said'}`
}

/** What an offered thing is called, with its reference where it has one. */
export const offeredName = ({ action, what }: Item): string =>
  action && what === undefined ? `${actionRef(action.id)} ${action.title}` : (what ?? '')
