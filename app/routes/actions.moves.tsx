import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readAsAsked } from '~/auth/as-at.server'
import { MovesPage } from '~/features/actions/moves.page'
import { movesIn, movesView } from '~/features/actions/moves.query.server'
import { pageTitle } from '~/http/page-title'

export const meta = pageTitle('Dates that moved')

export async function loader(args: LoaderFunctionArgs) {
  const asked = movesIn(new URL(args.request.url).searchParams)
  return readAsAsked(args, 'readiness.read', (context) => movesView(context, asked))
}

export default function Moves() {
  return <MovesPage view={useLoaderData<typeof loader>()} />
}
