import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { idFrom } from '~/domain/id'
import { EvidenceDetailPage } from '~/features/evidence/evidence-detail.page'
import {
  type EvidenceDetailView,
  evidenceDetailView,
} from '~/features/evidence/evidence-detail.query.server'
import { found, idIn } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'

export const meta = pageTitle<EvidenceDetailView>((view) => view.title)

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'evidence.read')
  const editedFrom = idFrom(new URL(args.request.url).searchParams.get('editedFrom'))
  return found(await evidenceDetailView(context, idIn(args.params, 'evidenceId'), editedFrom))
}

export default function Evidence() {
  return <EvidenceDetailPage view={useLoaderData<typeof loader>()} />
}
