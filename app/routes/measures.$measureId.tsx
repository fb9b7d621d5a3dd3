import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { MeasureDetailPage } from '~/features/measures/measure-detail.page'
import { type MeasureView, measureView } from '~/features/measures/measure-detail.query.server'
import { found, idIn } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'

export const meta = pageTitle<MeasureView>((view) => view.title)

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'plan.read')
  const show = new URL(args.request.url).searchParams.get('show') === 'all' ? 'all' : 'latest'
  return found(await measureView(context, idIn(args.params, 'measureId'), show))
}

export default function Measure() {
  return <MeasureDetailPage view={useLoaderData<typeof loader>()} />
}
