import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readAsAsked } from '~/auth/as-at.server'
import { VisitDetailPage } from '~/features/visits/visit-detail.page'
import { visitDetailView, type VisitDetailView } from '~/features/visits/visit-detail.query.server'
import { found, idIn } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'

export const meta = pageTitle<VisitDetailView>((view) => view.title)

export async function loader(args: LoaderFunctionArgs) {
  const id = idIn(args.params, 'visitId')
  return found(await readAsAsked(args, 'plan.read', (context) => visitDetailView(context, id)))
}

export default function Visit() {
  return <VisitDetailPage view={useLoaderData<typeof loader>()} />
}
