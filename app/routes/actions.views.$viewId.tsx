import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { placeIn } from '~/features/actions/register-sort'
import { RegisterPage } from '~/features/actions/register.page'
import { registerView } from '~/features/actions/register.query.server'
import { savedView } from '~/features/actions/saved-views.query.server'
import { found, idIn } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'

export const meta = pageTitle('Plan')

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'plan.read')
  const { name, filter, sort } = found(await savedView(context, idIn(args.params, 'viewId')))
  const after = placeIn(new URL(args.request.url).searchParams.get('after'), sort)
  return { name, view: await registerView(context, { filter, sort, after }) }
}

export default function SavedViewOfRegister() {
  const { name, view } = useLoaderData<typeof loader>()
  return <RegisterPage view={view} name={name} />
}
