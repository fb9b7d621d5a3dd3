import type { Context } from '~/auth/context.server'
import { declinedOffers, type KnownOffer, offersTo, openOffers } from '~/db/tables/offers.server'
import { canAnswerOffer } from '~/domain/action/hand-over'
import type { Decision } from '~/domain/decision'
import { type CalendarDate, calendarDateIn } from '~/domain/time/calendar-date'

/** An action that I am asked to take over. */
export interface OfferedToMe {
  offerId: number
  action: { id: number; title: string; dueOn: CalendarDate | null }
  fromName: string
  offeredBy: string
  on: CalendarDate
  note: string
  accept: Decision
}

/** A hand-over that a manager should look after: not answered yet, or declined. */
export interface HandOverToWatch {
  action: { id: number; title: string }
  toName: string
  fromName: string
  on: CalendarDate
  /** why it was declined; undefined while it waits */
  declinedBecause: string | undefined
}

const londonDay = (at: Date): CalendarDate => calendarDateIn(at, 'Europe/London')

/** What I am asked to accept, the longest waiting first. */
export async function offeredToMe({ db, actor }: Context): Promise<OfferedToMe[]> {
  const offers = (await offersTo(db, actor.personId)).reverse()
  const actions = await actionsOf(db, offers)
  return offers.map((offer) => ({
    offerId: offer.id,
    action: actions.get(offer.actionId)!,
    fromName: offer.from.name,
    offeredBy: offer.offeredBy.name,
    on: londonDay(offer.offeredAt),
    note: offer.note,
    accept: canAnswerOffer(actor, offer, 'accepted'),
  }))
}

/** Hand-overs that were declined, and then those that nobody has answered, the longest waiting first. */
export async function handOversToWatch({ db }: Context): Promise<HandOverToWatch[]> {
  const [waiting, declined] = await Promise.all([openOffers(db), declinedOffers(db)])
  const offers = [...declined.reverse(), ...waiting.reverse()]
  const actions = await actionsOf(db, offers)
  return offers.map((offer) => ({
    action: actions.get(offer.actionId)!,
    toName: offer.to.name,
    fromName: offer.from.name,
    on: londonDay(offer.offeredAt),
    declinedBecause: offer.answer === 'declined' ? offer.reason : undefined,
  }))
}

async function actionsOf(
  db: Context['db'],
  offers: readonly KnownOffer[],
): Promise<Map<number, OfferedToMe['action']>> {
  if (offers.length === 0) return new Map()
  const rows = await db
    .selectFrom('actions')
    .where('id', 'in', [...new Set(offers.map(({ actionId }) => actionId))])
    .select(['id', 'title', 'dueOn'])
    .$narrowType<{ dueOn: CalendarDate | null }>()
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}
