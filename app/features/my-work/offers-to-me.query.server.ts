import type { Context } from '~/auth/context.server'
import { type Offered, offeredName, stillOffered, whereItStands } from '~/db/offered.server'
import { declinedOffers, offersTo, openOffers } from '~/db/tables/offers.server'
import { canAnswerOffer, type HandOverKind } from '~/domain/action/hand-over'
import type { Decision } from '~/domain/decision'
import { type CalendarDate, calendarDateIn } from '~/domain/time/calendar-date'

/** Something that is offered, and where it stands. */
interface Thing {
  offerId: number
  kind: HandOverKind
  name: string
  /** the action that it is for, where that does not name it already */
  forAction: string | undefined
  stands: string
  fromName: string
  on: CalendarDate
}

/** What I am asked to take over. */
export interface OfferedToMe extends Thing {
  handOverId: number
  dueOn: CalendarDate | null
  offeredBy: string
  note: string
  accept: Decision
}

/** A hand-over that a manager should look after: not answered yet, or declined. */
export interface HandOverToWatch extends Thing {
  toName: string
  /** why it was declined; undefined while it waits */
  declinedBecause: string | undefined
}

const thing = ({ id, kind, item, from, offeredAt }: Offered): Thing => ({
  ...{ offerId: id, kind, name: offeredName(item), stands: whereItStands(item) },
  forAction: item.what === undefined ? undefined : item.action?.title,
  fromName: from.name,
  on: calendarDateIn(offeredAt, 'Europe/London'),
})

/** What I am asked to accept, the longest waiting first. */
export async function offeredToMe({ db, actor }: Context): Promise<OfferedToMe[]> {
  const offers = await stillOffered(db, (from) => offersTo(from, actor.personId))
  return offers.reverse().map((offer) => ({
    ...thing(offer),
    handOverId: offer.handOverId,
    dueOn: offer.item.dueOn,
    offeredBy: offer.offeredBy.name,
    note: offer.note,
    accept: canAnswerOffer(actor, offer.facts, 'accepted'),
  }))
}

/** Hand-overs that were declined, and then those that nobody has answered, the longest waiting first. */
export async function handOversToWatch({ db }: Context): Promise<HandOverToWatch[]> {
  const [waiting, declined] = await Promise.all([
    stillOffered(db, openOffers),
    stillOffered(db, declinedOffers),
  ])
  return [...declined.reverse(), ...waiting.reverse()].map((offer) => ({
    ...thing(offer),
    toName: offer.to.name,
    declinedBecause: offer.answer === 'declined' ? offer.reason : undefined,
  }))
}
