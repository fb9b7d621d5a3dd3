import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readAsAsked } from '~/auth/as-at.server'
import { lintKinds } from '~/domain/plan/lint'
import { PlanLintPage } from '~/features/actions/plan-lint.page'
import { planLintView } from '~/features/actions/plan-lint.query.server'
import { pageTitle } from '~/http/page-title'

export const meta = pageTitle('What the plan lacks')

export async function loader(args: LoaderFunctionArgs) {
  const asked = new URL(args.request.url).searchParams.get('only')
  const only = lintKinds.find((kind) => kind === asked)
  return readAsAsked(args, 'action.create', (context) => planLintView(context, only))
}

export default function Lint() {
  return <PlanLintPage view={useLoaderData<typeof loader>()} />
}
