import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { MeasuresPage } from '~/features/measures/measures.page'
import { measuresView } from '~/features/measures/measures.query.server'
import { pageTitle } from '~/http/page-title'

export const meta = pageTitle('Measures')

export async function loader(args: LoaderFunctionArgs) {
  return measuresView(await requireContext(args, 'plan.read'))
}

export default function Measures() {
  return <MeasuresPage view={useLoaderData<typeof loader>()} />
}
