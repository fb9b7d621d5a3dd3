import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readAsAsked } from '~/auth/as-at.server'
import { InspectionSourcePage } from '~/features/inspections/inspection-source.page'
import {
  inspectionSourceView,
  type InspectionSourceView,
} from '~/features/inspections/inspection-source.query.server'
import { found, idIn } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'

export const meta = pageTitle<InspectionSourceView>((view) => `The report: ${view.name}`)

export async function loader(args: LoaderFunctionArgs) {
  const id = idIn(args.params, 'inspectionId')
  return found(await readAsAsked(args, 'plan.read', (context) => inspectionSourceView(context, id)))
}

export default function InspectionSource() {
  return <InspectionSourcePage view={useLoaderData<typeof loader>()} />
}
