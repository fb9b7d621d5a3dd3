import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readAsAsked } from '~/auth/as-at.server'
import { ReadinessPage } from '~/features/readiness/readiness.page'
import { readinessView } from '~/features/readiness/readiness.query.server'
import { pageTitle } from '~/http/page-title'

export const meta = pageTitle('Are we ready?')

export async function loader(args: LoaderFunctionArgs) {
  return readAsAsked(args, 'readiness.read', readinessView)
}

export default function Readiness() {
  return <ReadinessPage view={useLoaderData<typeof loader>()} />
}
