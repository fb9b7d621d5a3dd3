import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readAsAsked } from '~/auth/as-at.server'
import { VisitsPage } from '~/features/visits/visits.page'
import { visitsView } from '~/features/visits/visits.query.server'
import { pageTitle } from '~/http/page-title'

export const meta = pageTitle('Visits')

export async function loader(args: LoaderFunctionArgs) {
  return readAsAsked(args, 'plan.read', visitsView)
}

export default function Visits() {
  return <VisitsPage view={useLoaderData<typeof loader>()} />
}
