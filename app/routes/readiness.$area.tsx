import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { ReadinessAreaPage } from '~/features/readiness/readiness-area.page'
import {
  readinessAreaView,
  type ReadinessAreaView,
} from '~/features/readiness/readiness-area.query.server'
import { found } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'

export const meta = pageTitle<ReadinessAreaView>((view) => `Readiness: ${view.area.title}`)

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'readiness.read')
  return found(await readinessAreaView(context, args.params.area ?? ''))
}

export default function ReadinessArea() {
  return <ReadinessAreaPage view={useLoaderData<typeof loader>()} />
}
