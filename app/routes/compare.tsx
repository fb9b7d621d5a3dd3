import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { ComparePage } from '~/features/compare/compare.page'
import { compareIn, compareView } from '~/features/compare/compare.query.server'
import { pageTitle } from '~/http/page-title'

export const meta = pageTitle('What moved')

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'readiness.read')
  return compareView(context, compareIn(new URL(args.request.url).searchParams))
}

export default function Compare() {
  return <ComparePage view={useLoaderData<typeof loader>()} />
}
