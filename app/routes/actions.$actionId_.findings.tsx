import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { idFrom } from '~/domain/id'
import { citeFinding } from '~/features/actions/cite-finding.command.server'
import { citeFindingForm } from '~/features/actions/cite-finding.form'
import { CiteFindingPage } from '~/features/actions/cite-finding.page'
import { citeFindingView } from '~/features/actions/cite-finding.query.server'
import { found, idIn } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { paths } from '~/paths'

export const meta = pageTitle('Cite a finding')

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'action.edit')
  const asked = new URL(args.request.url).searchParams
  const q = asked.get('q')?.trim().slice(0, 200) ?? ''
  const inspectionId = idFrom(asked.get('inspection')) ?? null
  return found(await citeFindingView(context, idIn(args.params, 'actionId'), { q, inspectionId }))
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'action.edit')
  const actionId = idIn(args.params, 'actionId')
  const form = await parseForm(args.request, citeFindingForm)
  if (!form.ok) return form.answer
  const decision = found(await citeFinding(context, actionId, form.value))
  return decision.allowed ? redirect(`${paths.action(actionId)}#why`) : form.refused(decision)
}

export default function ActionFindings() {
  return (
    <CiteFindingPage view={useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
  )
}
