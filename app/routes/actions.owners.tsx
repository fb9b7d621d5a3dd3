import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readAsAsked } from '~/auth/as-at.server'
import { OwnersPage } from '~/features/hand-over/owners.page'
import { ownersView } from '~/features/hand-over/owners.query.server'
import { pageTitle } from '~/http/page-title'

export const meta = pageTitle('Who carries the plan')

export const loader = (args: LoaderFunctionArgs) => readAsAsked(args, 'owners.read', ownersView)

export default function Owners() {
  return <OwnersPage view={useLoaderData<typeof loader>()} />
}
