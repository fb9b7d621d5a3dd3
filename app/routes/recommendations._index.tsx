import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { RecommendationsPage } from '~/features/recommendations/recommendations.page'
import { recommendationsView } from '~/features/recommendations/recommendations.query.server'
import { pageTitle } from '~/http/page-title'

export const meta = pageTitle('Recommendations')

export async function loader(args: LoaderFunctionArgs) {
  return recommendationsView(await requireContext(args, 'plan.read'))
}

export default function Recommendations() {
  return <RecommendationsPage view={useLoaderData<typeof loader>()} />
}
