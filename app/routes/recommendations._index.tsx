import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readAsAsked } from '~/auth/as-at.server'
import { RecommendationsPage } from '~/features/recommendations/recommendations.page'
import { recommendationsView } from '~/features/recommendations/recommendations.query.server'
import { pageTitle } from '~/http/page-title'

export const meta = pageTitle('Recommendations')

export async function loader(args: LoaderFunctionArgs) {
  const asked = new URL(args.request.url).searchParams
  return readAsAsked(args, 'plan.read', (context) =>
    recommendationsView(context, {
      framework: asked.get('framework'),
      area: asked.get('area'),
      kind: asked.get('kind'),
      told: asked.get('told'),
    }),
  )
}

export default function Recommendations() {
  return <RecommendationsPage view={useLoaderData<typeof loader>()} />
}
