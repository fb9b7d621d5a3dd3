import type { z } from 'zod'
import type { Context } from '~/auth/context.server'
import { inTransaction, type Tx } from '~/db/db.server'
import { endWhatANewOwnerStated } from '~/db/new-owner.server'
import { giveAction, lockAction } from '~/db/tables/actions.server'
import { recordEvent } from '~/db/tables/events.server'
import { answerOffer as writeAnswer, type KnownOffer, latestOffer } from '~/db/tables/offers.server'
import { canAnswerOffer } from '~/domain/action/hand-over'
import type { ActionEvent } from '~/domain/action/history'
import { type Decision, no, yes } from '~/domain/decision'
import type { answerOfferForm } from './answer-offer.form'

/** The person asked accepts an action or declines it; a manager takes the offer back. */
export async function answerOffer(
  context: Context,
  actionId: number,
  form: z.output<typeof answerOfferForm>,
): Promise<Decision | undefined> {
  const { actor, now } = context
  const { offerId, answer, reason } = form
  return inTransaction(context, async (tx) => {
    if (!(await lockAction(tx, actionId))) return undefined
    const offer = await latestOffer(tx, actionId)
    if (!offer) return undefined
    const decision = canAnswerOffer(actor, offer, answer, reason)
    if (!decision.allowed) return decision
    if (offer.id !== offerId) return no('Something else is asked now. Read it, and answer again.')

    // The answer first: a change of owner overtakes every offer that is still open.
    await writeAnswer(tx, {
      ...{ id: offer.id, answer, reason },
      ...{ answeredById: actor.personId, answeredAt: now },
    })
    const event = await carriedOut(tx, offer, form)
    await recordEvent(tx, {
      what: event.what,
      subject: { kind: 'action', id: actionId },
      actorId: actor.personId,
      happenedAt: now,
      before: 'before' in event ? event.before : undefined,
      after: event.after,
    })
    if (answer === 'accepted') await endWhatANewOwnerStated(tx, context, offer.to, [actionId])
    return yes
  })
}

async function carriedOut(
  tx: Tx,
  { actionId, from, to, offeredBy, note }: KnownOffer,
  { answer, reason, notAnIdentifier }: z.output<typeof answerOfferForm>,
): Promise<ActionEvent> {
  if (answer !== 'accepted') {
    return {
      what: answer === 'declined' ? 'action.offer-declined' : 'action.offer-withdrawn',
      after: { from, to, reason, ...(notAnIdentifier ? { notAnIdentifier } : {}) },
    }
  }
  const version = await giveAction(tx, actionId, to.id)
  return {
    what: 'action.offer-accepted',
    before: { owner: from, version: version - 1 },
    after: { owner: to, version, offeredBy, note },
  }
}
