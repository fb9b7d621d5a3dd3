import type { Context } from '~/auth/context.server'
import { judgedActions } from '~/db/action-facts.server'
import { latestOffer } from '~/db/tables/offers.server'
import { may } from '~/domain/access/permissions'
import { canAnswerOffer } from '~/domain/action/hand-over'
import { type ActionStanding, actionStanding } from '~/domain/action/standing'
import type { Decision } from '~/domain/decision'
import { type CalendarDate, calendarDateIn } from '~/domain/time/calendar-date'

export interface OfferView {
  offerId: number
  action: {
    id: number
    title: string
    outcome: string
    dueOn: CalendarDate | null
    milestones: { id: number; title: string; dueOn: CalendarDate }[]
    standing: ActionStanding
  }
  fromName: string
  fromLeft: boolean
  toName: string
  offeredBy: string
  offeredOn: CalendarDate
  note: string
  /** whether it waits for the reader's own answer */
  isMine: boolean
  accept: Decision
  decline: Decision
  /** left out where one's role never takes an offer back */
  withdraw: Decision | undefined
}

/** What the latest hand-over of an action asks; undefined where it was never handed over. */
export async function offerView(
  { db, actor, today }: Context,
  actionId: number,
): Promise<OfferView | undefined> {
  const offer = await latestOffer(db, actionId)
  const [action] = await judgedActions(db, { actionIds: [actionId] })
  if (!offer || !action) return undefined
  return {
    offerId: offer.id,
    action: {
      id: action.id,
      title: action.title,
      outcome: action.outcome,
      dueOn: action.dueOn,
      milestones: action.milestones.filter(({ doneOn }) => doneOn === null),
      standing: actionStanding(action, today),
    },
    fromName: offer.from.name,
    fromLeft: offer.fromLeft,
    toName: offer.to.name,
    offeredBy: offer.offeredBy.name,
    offeredOn: calendarDateIn(offer.offeredAt, 'Europe/London'),
    note: offer.note,
    isMine: offer.to.id === actor.personId,
    accept: canAnswerOffer(actor, offer, 'accepted'),
    decline: canAnswerOffer(actor, offer, 'declined'),
    withdraw: may(actor, 'hand-over.make').allowed
      ? canAnswerOffer(actor, offer, 'withdrawn')
      : undefined,
  }
}
