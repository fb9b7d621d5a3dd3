import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { BringInPage } from '~/features/bring-in/bring-in.page'
import { type BringInView, bringInView } from '~/features/bring-in/bring-in.query.server'
import { found, idIn } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'

export const meta = pageTitle<BringInView>((view) => `Bring in ${view.name}`)

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'plan.bring-in')
  return found(await bringInView(context, idIn(args.params, 'bringInId')))
}

export default function BringIn() {
  return <BringInPage view={useLoaderData<typeof loader>()} form={undefined} />
}
