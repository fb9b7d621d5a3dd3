import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { lintKinds } from '~/domain/plan/lint'
import { PlanLintPage } from '~/features/actions/plan-lint.page'
import { planLintView } from '~/features/actions/plan-lint.query.server'
import { pageTitle } from '~/http/page-title'

export const meta = pageTitle('What the plan lacks')

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'action.create')
  const only = new URL(args.request.url).searchParams.get('only')
  return planLintView(
    context,
    lintKinds.find((kind) => kind === only),
  )
}

export default function Lint() {
  return <PlanLintPage view={useLoaderData<typeof loader>()} />
}
