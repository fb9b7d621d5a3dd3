import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { CiteFindingPage } from '~/features/actions/cite-finding.page'
import { citeFindingView } from '~/features/actions/cite-finding.query.server'
import { stopCitingFinding } from '~/features/actions/stop-citing-finding.command.server'
import { nothingTyped } from '~/features/actions/nothing-typed.form'
import { found, idIn } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { paths } from '~/paths'

export const meta = pageTitle('Cite a finding')

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'action.edit')
  const nothing = { q: '', inspectionId: null }
  return found(await citeFindingView(context, idIn(args.params, 'actionId'), nothing))
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'action.edit')
  const actionId = idIn(args.params, 'actionId')
  const form = await parseForm(args.request, nothingTyped)
  if (!form.ok) return form.answer
  const findingId = idIn(args.params, 'findingId')
  const decision = found(await stopCitingFinding(context, actionId, findingId))
  return decision.allowed ? redirect(`${paths.action(actionId)}#why`) : form.refused(decision)
}

export default function RemoveActionFinding() {
  return (
    <CiteFindingPage view={useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
  )
}
