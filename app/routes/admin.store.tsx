import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { StorePage } from '~/features/store/store.page'
import { storeView } from '~/features/store/store.query.server'
import { pageTitle } from '~/http/page-title'

export const meta = pageTitle('The store of files')

export async function loader(args: LoaderFunctionArgs) {
  return storeView(await requireContext(args, 'store.watch'))
}

export default function Store() {
  return <StorePage view={useLoaderData<typeof loader>()} />
}
