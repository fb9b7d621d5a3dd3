import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readAsAsked } from '~/auth/as-at.server'
import { MeasuresPage } from '~/features/measures/measures.page'
import { measuresView } from '~/features/measures/measures.query.server'
import { pageTitle } from '~/http/page-title'

export const meta = pageTitle('Measures')

export async function loader(args: LoaderFunctionArgs) {
  return readAsAsked(args, 'plan.read', measuresView)
}

export default function Measures() {
  return <MeasuresPage view={useLoaderData<typeof loader>()} />
}
