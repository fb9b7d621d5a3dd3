import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { VisitsPage } from '~/features/visits/visits.page'
import { visitsView } from '~/features/visits/visits.query.server'
import { pageTitle } from '~/http/page-title'

export const meta = pageTitle('Visits')

export async function loader(args: LoaderFunctionArgs) {
  return visitsView(await requireContext(args, 'plan.read'))
}

export default function Visits() {
  return <VisitsPage view={useLoaderData<typeof loader>()} />
}
