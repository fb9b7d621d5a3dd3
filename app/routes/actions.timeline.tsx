import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readAsAsked } from '~/auth/as-at.server'
import { filterIn } from '~/features/actions/register-filter'
import { placeIn } from '~/features/actions/register-sort'
import { TimelinePage } from '~/features/actions/timeline.page'
import { timelineView } from '~/features/actions/timeline.query.server'
import { pageTitle } from '~/http/page-title'

export const meta = pageTitle('Timeline')

export async function loader(args: LoaderFunctionArgs) {
  const search = new URL(args.request.url).searchParams
  const after = placeIn(search.get('after'), { by: 'due', descending: false })
  return readAsAsked(args, 'plan.read', (context) => timelineView(context, filterIn(search), after))
}

export default function Timeline() {
  return <TimelinePage view={useLoaderData<typeof loader>()} />
}
