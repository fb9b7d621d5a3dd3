import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readAsAsked } from '~/auth/as-at.server'
import { ReadinessAreaPage } from '~/features/readiness/readiness-area.page'
import {
  readinessAreaView,
  type ReadinessAreaView,
} from '~/features/readiness/readiness-area.query.server'
import { found } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'

export const meta = pageTitle<ReadinessAreaView>((view) => `Readiness: ${view.area.title}`)

export async function loader(args: LoaderFunctionArgs) {
  const area = args.params.area ?? ''
  return found(
    await readAsAsked(args, 'readiness.read', (context) => readinessAreaView(context, area)),
  )
}

export default function ReadinessArea() {
  return <ReadinessAreaPage view={useLoaderData<typeof loader>()} />
}
