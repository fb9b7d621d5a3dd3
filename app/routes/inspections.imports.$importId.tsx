import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { ReportImportPage } from '~/features/inspections/report-import.page'
import {
  reportImportView,
  type ReportImportView,
} from '~/features/inspections/report-import.query.server'
import { found, idIn } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'

export const meta = pageTitle<ReportImportView>((view) => `What ${view.originalName} says`)

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'inspection.import')
  const everyPage = new URL(args.request.url).searchParams.get('pages') === 'all'
  return found(await reportImportView(context, idIn(args.params, 'importId'), { everyPage }))
}

export default function ReportImport() {
  return <ReportImportPage view={useLoaderData<typeof loader>()} form={undefined} />
}
