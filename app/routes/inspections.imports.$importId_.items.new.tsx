import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { presentIdentifiers } from '~/db/tables/identifier-settings.server'
import { addProposedItem } from '~/features/inspections/add-item.command.server'
import { addItemForm } from '~/features/inspections/add-item.form'
import { AddItemPage } from '~/features/inspections/add-item.page'
import { reportImportView } from '~/features/inspections/report-import.query.server'
import { found, idIn } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'
import { parseWords } from '~/http/parse-words.server'
import { paths } from '~/paths'

export const meta = pageTitle('Add a recommendation')

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'inspection.import')
  return found(await reportImportView(context, idIn(args.params, 'importId')))
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'inspection.import')
  const id = idIn(args.params, 'importId')
  const form = await parseWords(args.request, addItemForm, await presentIdentifiers(context.db))
  if (!form.ok) return form.answer
  const decision = found(await addProposedItem(context, id, form.value))
  return decision.allowed ? redirect(paths.reportImport(id)) : form.refused(decision)
}

export default function AddItem() {
  return <AddItemPage view={useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
}
