import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { checklistItemDoneForm } from '~/features/visits/checklist-item.form'
import { sayChecklistItemDone } from '~/features/visits/say-checklist-item-done.command.server'
import { VisitDetailPage } from '~/features/visits/visit-detail.page'
import { visitDetailView } from '~/features/visits/visit-detail.query.server'
import { found, idIn } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { paths } from '~/paths'

export const meta = pageTitle('Visit')

/** The page on which the checklist stands. */
export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'visit.prepare')
  idIn(args.params, 'itemId')
  return found(await visitDetailView(context, idIn(args.params, 'visitId')))
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'visit.prepare')
  const [visitId, itemId] = [idIn(args.params, 'visitId'), idIn(args.params, 'itemId')]
  const form = await parseForm(args.request, checklistItemDoneForm)
  if (!form.ok) return form.answer
  const decision = found(await sayChecklistItemDone(context, visitId, itemId, form.value))
  return decision.allowed ? redirect(`${paths.visit(visitId)}#checklist`) : form.refused(decision)
}

export default function ChecklistItemDone() {
  return (
    <VisitDetailPage view={useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
  )
}
