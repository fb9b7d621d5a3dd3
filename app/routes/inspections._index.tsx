import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { InspectionsPage } from '~/features/inspections/inspections.page'
import { inspectionsView } from '~/features/inspections/inspections.query.server'
import { pageTitle } from '~/http/page-title'

export const meta = pageTitle('Inspections')

export async function loader(args: LoaderFunctionArgs) {
  return inspectionsView(await requireContext(args, 'plan.read'))
}

export default function Inspections() {
  return <InspectionsPage view={useLoaderData<typeof loader>()} />
}
