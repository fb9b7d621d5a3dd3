import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { InspectionSourcePage } from '~/features/inspections/inspection-source.page'
import {
  inspectionSourceView,
  type InspectionSourceView,
} from '~/features/inspections/inspection-source.query.server'
import { found, idIn } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'

export const meta = pageTitle<InspectionSourceView>((view) => `The report: ${view.name}`)

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'plan.read')
  return found(await inspectionSourceView(context, idIn(args.params, 'inspectionId')))
}

export default function InspectionSource() {
  return <InspectionSourcePage view={useLoaderData<typeof loader>()} />
}
