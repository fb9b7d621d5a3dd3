import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { presentIdentifiers } from '~/db/tables/identifier-settings.server'
import { editVisit } from '~/features/visits/edit-visit.command.server'
import { editVisitForm } from '~/features/visits/edit-visit.form'
import { EditVisitPage } from '~/features/visits/edit-visit.page'
import { editVisitView } from '~/features/visits/edit-visit.query.server'
import { found, idIn } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'
import { parseWords } from '~/http/parse-words.server'
import { paths } from '~/paths'

export const meta = pageTitle('Change the visit')

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'visit.plan')
  return found(await editVisitView(context, idIn(args.params, 'visitId')))
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'visit.plan')
  const visitId = idIn(args.params, 'visitId')
  const form = await parseWords(args.request, editVisitForm, await presentIdentifiers(context.db))
  if (!form.ok) return form.answer
  const decision = found(await editVisit(context, visitId, form.value))
  return decision.allowed ? redirect(paths.visit(visitId)) : form.refused(decision)
}

export default function EditVisit() {
  return (
    <EditVisitPage view={useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
  )
}
