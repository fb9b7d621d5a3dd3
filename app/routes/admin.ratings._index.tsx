import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { RatingsPage } from '~/features/ratings/ratings.page'
import { ratingsView } from '~/features/ratings/ratings.query.server'
import { pageTitle } from '~/http/page-title'

export const meta = pageTitle('Ratings')

export const loader = async (args: LoaderFunctionArgs) =>
  ratingsView(await requireContext(args, 'plan.read'))

export default function Ratings() {
  return <RatingsPage view={useLoaderData<typeof loader>()} />
}
