import type { z } from 'zod'
import type { Context } from '~/auth/context.server'
import { inTransaction } from '~/db/db.server'
import { endWhatANewOwnerStated } from '~/db/new-owner.server'
import { withWhatIsOffered } from '~/db/offered.server'
import { recordEvent } from '~/db/tables/events.server'
import { answerOffer as writeAnswer, offerById } from '~/db/tables/offers.server'
import { canAnswerOffer } from '~/domain/action/hand-over'
import { type Decision, yes } from '~/domain/decision'
import type { answerOfferForm } from './answer-offer.form'
import { eventOf, give, lockThings, nameIn } from './things.server'

/** The person asked accepts what is offered or declines it; a manager takes the offer back. */
export async function answerOffer(
  context: Context,
  offerId: number,
  { answer, reason, notAnIdentifier }: z.output<typeof answerOfferForm>,
): Promise<Decision | undefined> {
  const { actor, now } = context
  return inTransaction(context, async (tx) => {
    const known = await offerById(tx, offerId)
    if (!known) return undefined
    const { kind, itemId, from, to } = known
    await lockThings(tx, [{ kind, id: itemId, personId: from.id }])
    const [offer] = await withWhatIsOffered(tx, [(await offerById(tx, offerId))!])
    if (!offer) return undefined
    const decision = canAnswerOffer(actor, offer.facts, answer, reason)
    if (!decision.allowed) return decision

    // The answer first: whoever is given a thing overtakes every offer of it that is still open.
    await writeAnswer(tx, {
      ...{ id: offerId, answer, reason },
      ...{ answeredById: actor.personId, answeredAt: now },
    })
    const { before, after } =
      answer === 'accepted'
        ? await give[kind](tx, offer.item, { from, to })
        : { after: { ...nameIn(offer.item), from, to, reason }, before: undefined }
    await recordEvent(tx, {
      what: eventOf(kind, answer),
      subject: offer.item.subject,
      actorId: actor.personId,
      happenedAt: now,
      before,
      after: {
        ...after,
        ...(answer === 'accepted' ? { offeredBy: offer.offeredBy, note: offer.note } : {}),
        ...(notAnIdentifier ? { notAnIdentifier } : {}),
      },
    })
    if (answer === 'accepted' && kind === 'action') {
      await endWhatANewOwnerStated(tx, context, to, [itemId])
    }
    return yes
  })
}
