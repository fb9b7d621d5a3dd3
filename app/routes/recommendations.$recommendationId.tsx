import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { recommendationRef } from '~/domain/plan/references'
import { RecommendationPage } from '~/features/recommendations/recommendation.page'
import {
  recommendationView,
  type RecommendationView,
} from '~/features/recommendations/recommendation.query.server'
import { found, idIn } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'

export const meta = pageTitle<RecommendationView>(
  (view) => `${recommendationRef(view.id)} ${view.areaName}`,
)

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'plan.read')
  return found(await recommendationView(context, idIn(args.params, 'recommendationId')))
}

export default function Recommendation() {
  return <RecommendationPage view={useLoaderData<typeof loader>()} />
}
