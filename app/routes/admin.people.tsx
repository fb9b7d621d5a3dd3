import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { PeoplePage } from '~/features/people/people.page'
import { peopleView } from '~/features/people/people.query.server'
import { pageTitle } from '~/http/page-title'

export const meta = pageTitle('People')

export const loader = async (args: LoaderFunctionArgs) =>
  peopleView(await requireContext(args, 'people.manage'))

export default function People() {
  return <PeoplePage view={useLoaderData<typeof loader>()} />
}
