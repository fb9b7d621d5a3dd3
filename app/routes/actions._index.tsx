import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readAsAsked } from '~/auth/as-at.server'
import { filterIn } from '~/features/actions/register-filter'
import { placeIn, sortIn } from '~/features/actions/register-sort'
import { RegisterPage } from '~/features/actions/register.page'
import { registerView } from '~/features/actions/register.query.server'
import { pageTitle } from '~/http/page-title'

export const meta = pageTitle('Plan')

export async function loader(args: LoaderFunctionArgs) {
  const search = new URL(args.request.url).searchParams
  const sort = sortIn(search.get('sort'))
  const after = placeIn(search.get('after'), sort)
  return readAsAsked(args, 'plan.read', (context) =>
    registerView(context, { filter: filterIn(search), sort, after }),
  )
}

export default function Register() {
  return <RegisterPage view={useLoaderData<typeof loader>()} />
}
