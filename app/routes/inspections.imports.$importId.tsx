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
import { settings } from '~/settings.server'

export const meta = pageTitle<ReportImportView>((view) => `What ${view.originalName} says`)

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'inspection.import')
  const everyPage = new URL(args.request.url).searchParams.get('pages') === 'all'
  const { COUNCIL_NAME } = settings()
  // Unset, it names no council that a report could be compared with.
  const ownCouncil = COUNCIL_NAME === 'Waymark' ? '' : COUNCIL_NAME
  return found(
    await reportImportView(context, idIn(args.params, 'importId'), { everyPage, ownCouncil }),
  )
}

export default function ReportImport() {
  return <ReportImportPage view={useLoaderData<typeof loader>()} form={undefined} />
}
