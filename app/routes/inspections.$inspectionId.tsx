import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { InspectionPage } from '~/features/inspections/inspection.page'
import { inspectionView, type InspectionView } from '~/features/inspections/inspection.query.server'
import { found, idIn } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'

export const meta = pageTitle<InspectionView>((view) => view.name)

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'plan.read')
  return found(await inspectionView(context, idIn(args.params, 'inspectionId')))
}

export default function Inspection() {
  return <InspectionPage view={useLoaderData<typeof loader>()} />
}
