import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { idFrom } from '~/domain/id'
import { NotIdentifiersPage } from '~/features/evidence/not-identifiers.page'
import { notIdentifiersView } from '~/features/evidence/not-identifiers.query.server'
import { pageTitle } from '~/http/page-title'

export const meta = pageTitle('Said not to be identifiers')

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'evidence.review')
  return notIdentifiersView(context, idFrom(new URL(args.request.url).searchParams.get('before')))
}

export default function NotIdentifiers() {
  return <NotIdentifiersPage view={useLoaderData<typeof loader>()} />
}
