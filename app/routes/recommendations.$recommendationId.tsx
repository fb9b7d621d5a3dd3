import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readAsAsked } from '~/auth/as-at.server'
import { recommendationRef } from '~/domain/plan/references'
import { RecommendationPage } from '~/features/recommendations/recommendation.page'
import { recommendationView } from '~/features/recommendations/recommendation.query.server'
import { Thread } from '~/features/repeats/thread'
import { threadView } from '~/features/repeats/thread.query.server'
import { found, idIn } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'

export const meta = pageTitle<{ id: number; areaName: string }>(
  ({ id, areaName }) => `${recommendationRef(id)} ${areaName}`,
)

export async function loader(args: LoaderFunctionArgs) {
  const id = idIn(args.params, 'recommendationId')
  return readAsAsked(args, 'plan.read', async (context) => {
    const view = found(await recommendationView(context, id))
    return { id, areaName: view.areaName, view, thread: await threadView(context, id) }
  })
}

export default function Recommendation() {
  const { view, thread } = useLoaderData<typeof loader>()
  return <RecommendationPage view={view} thread={<Thread view={thread} />} />
}
