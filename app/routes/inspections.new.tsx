import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { addReport } from '~/features/inspections/add-report.command.server'
import { AddReportPage } from '~/features/inspections/add-report.page'
import { receiveReport } from '~/features/inspections/report-to-read.server'
import { pageTitle } from '~/http/page-title'
import { wrongForm } from '~/http/parse-form.server'
import { paths } from '~/paths'

export const meta = pageTitle('Add a report')

export async function loader(args: LoaderFunctionArgs) {
  await requireContext(args, 'inspection.import')
  return null
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'inspection.import')
  const received = await receiveReport(args.request)
  if (!received.ok) return wrongForm(received.typed, [received], received.status)
  const added = await addReport(context, received.report)
  if (added.allowed) return redirect(paths.reportImport(added.importId))
  return wrongForm(received.typed, [{ field: 'report', sentence: added.because }], 409)
}

export default function AddReport() {
  return <AddReportPage form={useActionData<typeof action>()} />
}
