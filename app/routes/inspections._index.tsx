import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readAsAsked } from '~/auth/as-at.server'
import { InspectionsPage } from '~/features/inspections/inspections.page'
import { inspectionsView } from '~/features/inspections/inspections.query.server'
import { pageTitle } from '~/http/page-title'

export const meta = pageTitle('Inspections')

export async function loader(args: LoaderFunctionArgs) {
  return readAsAsked(args, 'plan.read', inspectionsView)
}

export default function Inspections() {
  return <InspectionsPage view={useLoaderData<typeof loader>()} />
}
