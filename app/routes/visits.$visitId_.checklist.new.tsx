import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { presentIdentifiers } from '~/db/tables/identifier-settings.server'
import { addChecklistItem } from '~/features/visits/add-checklist-item.command.server'
import { addChecklistItemForm } from '~/features/visits/checklist-item.form'
import { ChecklistItemPage } from '~/features/visits/checklist-item.page'
import { checklistItemView } from '~/features/visits/checklist-item.query.server'
import { found, idIn } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'
import { parseWords } from '~/http/parse-words.server'
import { paths } from '~/paths'

export const meta = pageTitle('Add to the checklist')

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'visit.plan')
  return found(await checklistItemView(context, idIn(args.params, 'visitId')))
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'visit.plan')
  const visitId = idIn(args.params, 'visitId')
  const form = await parseWords(
    args.request,
    addChecklistItemForm,
    await presentIdentifiers(context.db),
  )
  if (!form.ok) return form.answer
  const decision = found(await addChecklistItem(context, visitId, form.value))
  return decision.allowed ? redirect(`${paths.visit(visitId)}#checklist`) : form.refused(decision)
}

export default function NewChecklistItem() {
  return (
    <ChecklistItemPage
      view={useLoaderData<typeof loader>()}
      form={useActionData<typeof action>()}
    />
  )
}
