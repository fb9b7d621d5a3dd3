import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { presentIdentifiers } from '~/db/tables/identifier-settings.server'
import { acceptWithTheRest, answerOffer } from '~/features/hand-over/answer-offer.command.server'
import { answerOfferForm } from '~/features/hand-over/answer-offer.form'
import { OfferPage } from '~/features/hand-over/offer.page'
import { offerView, type OfferView } from '~/features/hand-over/offer.query.server'
import { found, idIn } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'
import { parseWords } from '~/http/parse-words.server'
import { paths } from '~/paths'

export const meta = pageTitle<OfferView>(({ name }) => `Hand-over of ${name}`)

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'plan.read')
  return found(await offerView(context, idIn(args.params, 'offerId')))
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'plan.read')
  const offerId = idIn(args.params, 'offerId')
  const view = found(await offerView(context, offerId))
  found(view.isMine || view.withdraw ? view : undefined)
  const form = await parseWords(args.request, answerOfferForm, await presentIdentifiers(context.db))
  if (!form.ok) return form.answer
  const { answer, withTheRest } = form.value
  const isOfAll = withTheRest && answer === 'accepted'
  const decision = found(
    isOfAll
      ? await acceptWithTheRest(context, offerId)
      : await answerOffer(context, offerId, form.value),
  )
  if (!decision.allowed) return form.refused(decision)
  if (isOfAll) return redirect(paths.myWork())
  return redirect(answer === 'withdrawn' ? paths.handOver(view.fromId) : view.stands)
}

export default function Offer() {
  return <OfferPage view={useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
}
