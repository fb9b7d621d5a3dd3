import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { markDelivered } from '~/features/actions/mark-delivered.command.server'
import { markDeliveredForm } from '~/features/actions/mark-delivered.form'
import { MarkDeliveredPage } from '~/features/actions/mark-delivered.page'
import { markDeliveredView } from '~/features/actions/mark-delivered.query.server'
import { found, idIn } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { paths } from '~/paths'

export const meta = pageTitle('Mark as delivered')

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'action.deliver')
  return found(await markDeliveredView(context, idIn(args.params, 'actionId')))
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'action.deliver')
  const actionId = idIn(args.params, 'actionId')
  const form = await parseForm(args.request, markDeliveredForm)
  if (!form.ok) return form.answer
  const decision = found(await markDelivered(context, actionId, form.value))
  return decision.allowed ? redirect(paths.action(actionId)) : form.refused(decision)
}

export default function Delivered() {
  return (
    <MarkDeliveredPage
      view={useLoaderData<typeof loader>()}
      form={useActionData<typeof action>()}
    />
  )
}
