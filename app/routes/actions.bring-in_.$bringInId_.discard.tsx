import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { BringInPage } from '~/features/bring-in/bring-in.page'
import { type BringInView, bringInView } from '~/features/bring-in/bring-in.query.server'
import { discardBringIn } from '~/features/bring-in/discard-bring-in.command.server'
import { discardBringInForm } from '~/features/bring-in/discard-bring-in.form'
import { found, idIn } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { paths } from '~/paths'

export const meta = pageTitle<BringInView>((view) => `Bring in ${view.name}`)

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'plan.bring-in')
  return found(await bringInView(context, idIn(args.params, 'bringInId')))
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'plan.bring-in')
  const id = idIn(args.params, 'bringInId')
  const form = await parseForm(args.request, discardBringInForm)
  if (!form.ok) return form.answer
  const decision = found(await discardBringIn(context, id))
  return decision.allowed ? redirect(paths.bringIn()) : form.refused(decision)
}

export default function Discard() {
  return <BringInPage view={useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
}
