import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { presentIdentifiers } from '~/db/tables/identifier-settings.server'
import { answerOffer } from '~/features/hand-over/answer-offer.command.server'
import { answerOfferForm } from '~/features/hand-over/answer-offer.form'
import { OfferPage } from '~/features/hand-over/offer.page'
import { offerView, type OfferView } from '~/features/hand-over/offer.query.server'
import { found, idIn } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'
import { parseWords } from '~/http/parse-words.server'
import { paths } from '~/paths'

export const meta = pageTitle<OfferView>(({ action }) => `Hand-over of ${action.title}`)

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'plan.read')
  return found(await offerView(context, idIn(args.params, 'actionId')))
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'plan.read')
  const actionId = idIn(args.params, 'actionId')
  const view = found(await offerView(context, actionId))
  found(view.isMine || view.withdraw ? view : undefined)
  const form = await parseWords(args.request, answerOfferForm, await presentIdentifiers(context.db))
  if (!form.ok) return form.answer
  const decision = found(await answerOffer(context, actionId, form.value))
  return decision.allowed ? redirect(`${paths.action(actionId)}#who`) : form.refused(decision)
}

export default function Offer() {
  return <OfferPage view={useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
}
