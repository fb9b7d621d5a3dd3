import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { acceptProposedStatement } from '~/features/inspections/accept-statement.command.server'
import { acceptStatementForm } from '~/features/inspections/accept-statement.form'
import { ReportImportPage } from '~/features/inspections/report-import.page'
import { reportImportView } from '~/features/inspections/report-import.query.server'
import { found, idIn } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { paths } from '~/paths'

export const meta = pageTitle('What the report says')

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'inspection.import')
  return found(await reportImportView(context, idIn(args.params, 'importId')))
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'inspection.import')
  const id = idIn(args.params, 'importId')
  const key = args.params.key ?? ''
  const form = await parseForm(args.request, acceptStatementForm)
  if (!form.ok) return form.answer
  const decision = found(await acceptProposedStatement(context, id, key, form.value))
  return decision.allowed ? redirect(paths.reportImportAt(id, key)) : form.refused(decision)
}

export default function AcceptStatement() {
  return (
    <ReportImportPage view={useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
  )
}
