import type { Context } from '~/auth/context.server'
import { judgedActions } from '~/db/action-facts.server'
import { offeredName, whereItStands, withWhatIsOffered } from '~/db/offered.server'
import { offerById } from '~/db/tables/offers.server'
import type { Item } from '~/db/what-is-theirs.server'
import { may } from '~/domain/access/permissions'
import { type AnswerFacts, canAnswerOffer, type HandOverKind } from '~/domain/action/hand-over'
import { type ActionStanding, actionStanding } from '~/domain/action/standing'
import type { Decision } from '~/domain/decision'
import { type CalendarDate, calendarDateIn } from '~/domain/time/calendar-date'

export interface OfferView {
  offerId: number
  kind: HandOverKind
  /** what is offered, in its own words */
  name: string
  /** the address of where it stands */
  stands: string
  dueOn: CalendarDate | null
  /** the action that it is, or is for */
  action: Item['action']
  place: Item['place']
  /** of an action itself: how it goes, and what goes with it */
  judged:
    | {
        outcome: string
        milestones: { id: number; title: string; dueOn: CalendarDate }[]
        standing: ActionStanding
      }
    | undefined
  fromId: number
  fromName: string
  fromLeft: boolean
  toName: string
  offeredBy: string
  offeredOn: CalendarDate
  note: string
  answer: AnswerFacts['answer']
  /** why it was declined or taken back, as far as that was said */
  reason: string
  /** whether it waits for the reader's own answer */
  isMine: boolean
  accept: Decision
  decline: Decision
  /** left out where one's role never takes an offer back */
  withdraw: Decision | undefined
}

/** What somebody is asked to take over; undefined where nothing was offered. */
export async function offerView(
  { db, actor, today }: Context,
  offerId: number,
): Promise<OfferView | undefined> {
  const known = await offerById(db, offerId)
  const [offer] = known ? await withWhatIsOffered(db, [known]) : []
  if (!offer) return undefined
  const { item, facts, kind } = offer
  const [judged] = kind === 'action' ? await judgedActions(db, { actionIds: [item.id] }) : []
  return {
    ...{ offerId, kind, name: offeredName(item), stands: whereItStands(item) },
    ...{ dueOn: item.dueOn, action: item.action, place: item.place },
    judged: judged && {
      outcome: judged.outcome,
      milestones: judged.milestones.filter(({ doneOn }) => doneOn === null),
      standing: actionStanding(judged, today),
    },
    ...{ fromId: offer.from.id, fromName: offer.from.name, fromLeft: offer.fromLeft },
    toName: offer.to.name,
    offeredBy: offer.offeredBy.name,
    offeredOn: calendarDateIn(offer.offeredAt, 'Europe/London'),
    ...{ note: offer.note, answer: offer.answer, reason: offer.reason },
    isMine: offer.to.id === actor.personId,
    accept: canAnswerOffer(actor, facts, 'accepted'),
    decline: canAnswerOffer(actor, facts, 'declined'),
    withdraw: may(actor, 'hand-over.make').allowed
      ? canAnswerOffer(actor, facts, 'withdrawn')
      : undefined,
  }
}
