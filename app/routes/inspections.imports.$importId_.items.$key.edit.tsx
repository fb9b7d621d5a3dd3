import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData, useParams } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { presentIdentifiers } from '~/db/tables/identifier-settings.server'
import { editProposedItem } from '~/features/inspections/edit-item.command.server'
import { editItemForm } from '~/features/inspections/edit-item.form'
import { EditItemPage } from '~/features/inspections/edit-item.page'
import { proposedItemView } from '~/features/inspections/report-import.query.server'
import { found, idIn } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'
import { parseWords } from '~/http/parse-words.server'
import { paths } from '~/paths'

export const meta = pageTitle('Edit an item')

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'inspection.import')
  const { key = '' } = args.params
  return found(await proposedItemView(context, idIn(args.params, 'importId'), key))
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'inspection.import')
  const id = idIn(args.params, 'importId')
  const { key = '' } = args.params
  const form = await parseWords(args.request, editItemForm, await presentIdentifiers(context.db))
  if (!form.ok) return form.answer
  const decision = found(await editProposedItem(context, id, key, form.value))
  return decision.allowed ? redirect(paths.reportImportAt(id, key)) : form.refused(decision)
}

export default function EditItem() {
  const { key = '' } = useParams()
  return (
    <EditItemPage
      view={useLoaderData<typeof loader>()}
      itemKey={key}
      form={useActionData<typeof action>()}
    />
  )
}
