import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readAsAsked } from '~/auth/as-at.server'
import { PlanLintPage } from '~/features/actions/plan-lint.page'
import { lintIn, planLintView } from '~/features/actions/plan-lint.query.server'
import { pageTitle } from '~/http/page-title'

export const meta = pageTitle('What the plan lacks')

export async function loader(args: LoaderFunctionArgs) {
  const asked = lintIn(new URL(args.request.url).searchParams)
  return readAsAsked(args, 'action.create', (context) => planLintView(context, asked))
}

export default function Lint() {
  return <PlanLintPage view={useLoaderData<typeof loader>()} />
}
