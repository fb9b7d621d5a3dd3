import type { z } from 'zod'
import type { Context } from '~/auth/context.server'
import { inTransaction, NothingKept, type Tx } from '~/db/db.server'
import { endWhatANewOwnerStated } from '~/db/new-owner.server'
import { type Offered, offeredName, stillOffered, withWhatIsOffered } from '~/db/offered.server'
import { recordEvent } from '~/db/tables/events.server'
import {
  answerOffer as writeAnswer,
  type KnownOffer,
  offerById,
  openOffersIn,
} from '~/db/tables/offers.server'
import { canAnswerOffer, handOverKinds } from '~/domain/action/hand-over'
import { type Decision, no, yes } from '~/domain/decision'
import type { answerOfferForm } from './answer-offer.form'
import { eventOf, give, lockThings, nameIn } from './things.server'

type Answer = Omit<z.output<typeof answerOfferForm>, 'withTheRest'>

/** The person asked accepts what is offered or declines it; a manager takes the offer back. */
export async function answerOffer(
  context: Context,
  offerId: number,
  form: Answer,
): Promise<Decision | undefined> {
  return inTransaction(context, async (tx) => {
    const known = await offerById(tx, offerId)
    if (!known) return undefined
    await lockOffered(tx, [known])
    const offer = await asItStands(tx, offerId)
    if (!offer) return undefined
    const decision = canAnswerOffer(context.actor, offer.facts, form.answer, form.reason)
    if (!decision.allowed) return decision
    await carryOut(tx, context, offer, form)
    return yes
  })
}

/** The person asked accepts an offer with all else that waits of its hand-over: all of it or nothing. */
export async function acceptWithTheRest(
  context: Context,
  offerId: number,
): Promise<Decision | undefined> {
  const form: Answer = { answer: 'accepted', reason: '', notAnIdentifier: '' }
  return inTransaction(context, async (tx) => {
    const known = await offerById(tx, offerId)
    if (!known) return undefined
    await lockOffered(tx, await openOffersIn(tx, known.handOverId))
    const offers = await stillOffered(tx, (from) => openOffersIn(from, known.handOverId))
    if (offers.length === 0) return no('Nothing of it waits for an answer any more.')
    // Actions first, and each thing as those before it leave it: whoever comes to own an action is not
    // to judge what was asked for on it.
    for (const { id } of offers.sort(inOrder)) {
      const offer = (await asItStands(tx, id))!
      const decision = canAnswerOffer(context.actor, offer.facts, 'accepted')
      if (!decision.allowed) {
        const because = `Nothing was accepted. ${offeredName(offer.item)}: ${decision.because}`
        throw new NothingKept(no(because))
      }
      await carryOut(tx, context, offer, form)
    }
    return yes
  })
}

/** An offer, read once all it is of is locked. */
async function asItStands(tx: Tx, offerId: number): Promise<Offered | undefined> {
  const known = await offerById(tx, offerId)
  return known && (await withWhatIsOffered(tx, [known]))[0]
}

const inOrder = (a: KnownOffer, b: KnownOffer): number =>
  handOverKinds.indexOf(a.kind) - handOverKinds.indexOf(b.kind) || a.id - b.id

const lockOffered = (tx: Tx, offers: readonly KnownOffer[]): Promise<void> =>
  lockThings(
    tx,
    offers.map(({ kind, itemId, from }) => ({ kind, id: itemId, personId: from.id })),
  )

async function carryOut(
  tx: Tx,
  context: Context,
  { id, kind, itemId, item, from, to, offeredBy, note }: Offered,
  { answer, reason, notAnIdentifier }: Answer,
): Promise<void> {
  const { actor, now } = context
  // The answer first: whoever is given a thing overtakes every offer of it that is still open.
  await writeAnswer(tx, {
    ...{ id, answer, reason },
    ...{ answeredById: actor.personId, answeredAt: now },
  })
  const { before, after } =
    answer === 'accepted'
      ? await give[kind](tx, item, { from, to })
      : { after: { ...nameIn(item), from, to, reason }, before: undefined }
  await recordEvent(tx, {
    what: eventOf(kind, answer),
    subject: item.subject,
    actorId: actor.personId,
    happenedAt: now,
    before,
    after: {
      ...after,
      ...(answer === 'accepted' ? { offeredBy, note } : {}),
      ...(notAnIdentifier ? { notAnIdentifier } : {}),
    },
  })
  if (answer === 'accepted' && kind === 'action') {
    await endWhatANewOwnerStated(tx, context, to, [itemId])
  }
}
