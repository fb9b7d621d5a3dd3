import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { sessionIdOf } from '~/auth/session.server'
import { AccountPage } from '~/features/people/account.page'
import { accountView } from '~/features/people/account.query.server'
import { pageTitle } from '~/http/page-title'

export const meta = pageTitle('My account')

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'plan.read')
  const isPasswordChanged = new URL(args.request.url).searchParams.get('changed') === 'password'
  return { view: await accountView(context, sessionIdOf(args.request)), isPasswordChanged }
}

export default function Account() {
  return <AccountPage {...useLoaderData<typeof loader>()} />
}
