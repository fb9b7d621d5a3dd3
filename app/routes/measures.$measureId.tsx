import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readAsAsked } from '~/auth/as-at.server'
import { MeasureDetailPage } from '~/features/measures/measure-detail.page'
import { type MeasureView, measureView } from '~/features/measures/measure-detail.query.server'
import { found, idIn } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'

export const meta = pageTitle<MeasureView>((view) => view.title)

export async function loader(args: LoaderFunctionArgs) {
  const id = idIn(args.params, 'measureId')
  const show = new URL(args.request.url).searchParams.get('show') === 'all' ? 'all' : 'latest'
  return found(await readAsAsked(args, 'plan.read', (context) => measureView(context, id, show)))
}

export default function Measure() {
  return <MeasureDetailPage view={useLoaderData<typeof loader>()} />
}
