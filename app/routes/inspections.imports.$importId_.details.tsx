import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { editProposedDetails } from '~/features/inspections/edit-details.command.server'
import { editDetailsForm } from '~/features/inspections/edit-details.form'
import { EditDetailsPage } from '~/features/inspections/edit-details.page'
import { reportImportView } from '~/features/inspections/report-import.query.server'
import { found, idIn } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { paths } from '~/paths'

export const meta = pageTitle('Correct the details')

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'inspection.import')
  return found(await reportImportView(context, idIn(args.params, 'importId')))
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'inspection.import')
  const id = idIn(args.params, 'importId')
  const form = await parseForm(args.request, editDetailsForm)
  if (!form.ok) return form.answer
  const decision = found(await editProposedDetails(context, id, form.value))
  return decision.allowed ? redirect(paths.reportImport(id)) : form.refused(decision)
}

export default function EditDetails() {
  return (
    <EditDetailsPage view={useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
  )
}
