import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { MovesPage } from '~/features/actions/moves.page'
import { movesIn, movesView } from '~/features/actions/moves.query.server'
import { pageTitle } from '~/http/page-title'

export const meta = pageTitle('Dates that moved')

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'readiness.read')
  return movesView(context, movesIn(new URL(args.request.url).searchParams))
}

export default function Moves() {
  return <MovesPage view={useLoaderData<typeof loader>()} />
}
