import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { MyWorkPage } from '~/features/my-work/my-work.page'
import { myWorkView } from '~/features/my-work/my-work.query.server'
import { pageTitle } from '~/http/page-title'

export const meta = pageTitle('My work')

export async function loader(args: LoaderFunctionArgs) {
  return myWorkView(await requireContext(args, 'plan.read'))
}

export default function MyWork() {
  return <MyWorkPage view={useLoaderData<typeof loader>()} />
}
