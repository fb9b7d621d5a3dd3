import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { BringInPage } from '~/features/bring-in/bring-in.page'
import { type BringInView, bringInView } from '~/features/bring-in/bring-in.query.server'
import { confirmBringIn } from '~/features/bring-in/confirm-bring-in.command.server'
import { confirmBringInForm } from '~/features/bring-in/confirm-bring-in.form'
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
  const form = await parseForm(args.request, confirmBringInForm)
  if (!form.ok) return form.answer
  const decision = found(await confirmBringIn(context, id, form.value))
  return decision.allowed ? redirect(paths.bringInPlan(id)) : form.refused(decision)
}

export default function Confirm() {
  return <BringInPage view={useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
}
