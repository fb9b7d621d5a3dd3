import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { presentIdentifiers } from '~/db/tables/identifier-settings.server'
import { editChecklistItemForm } from '~/features/visits/checklist-item.form'
import { ChecklistItemPage } from '~/features/visits/checklist-item.page'
import { checklistItemView } from '~/features/visits/checklist-item.query.server'
import { editChecklistItem } from '~/features/visits/edit-checklist-item.command.server'
import { found, idIn } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'
import { parseWords } from '~/http/parse-words.server'
import { paths } from '~/paths'

export const meta = pageTitle('Change what is to be made ready')

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'visit.plan')
  const [visitId, itemId] = [idIn(args.params, 'visitId'), idIn(args.params, 'itemId')]
  return found(await checklistItemView(context, visitId, itemId))
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'visit.plan')
  const [visitId, itemId] = [idIn(args.params, 'visitId'), idIn(args.params, 'itemId')]
  const form = await parseWords(
    args.request,
    editChecklistItemForm,
    await presentIdentifiers(context.db),
  )
  if (!form.ok) return form.answer
  const decision = found(await editChecklistItem(context, visitId, itemId, form.value))
  return decision.allowed ? redirect(`${paths.visit(visitId)}#checklist`) : form.refused(decision)
}

export default function ItemOfTheChecklist() {
  return (
    <ChecklistItemPage
      view={useLoaderData<typeof loader>()}
      form={useActionData<typeof action>()}
    />
  )
}
