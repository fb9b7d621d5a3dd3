import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readAsAsked } from '~/auth/as-at.server'
import { idFrom } from '~/domain/id'
import { EvidenceDetailPage } from '~/features/evidence/evidence-detail.page'
import {
  type EvidenceDetailView,
  evidenceDetailView,
} from '~/features/evidence/evidence-detail.query.server'
import { found, idIn } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'
import { paths } from '~/paths'

export const meta = pageTitle<EvidenceDetailView>((view) => view.title)

export async function loader(args: LoaderFunctionArgs) {
  const id = idIn(args.params, 'evidenceId')
  const editedFrom = idFrom(new URL(args.request.url).searchParams.get('editedFrom'))
  const view = found(
    await readAsAsked(args, 'evidence.read', (context) =>
      evidenceDetailView(context, id, editedFrom),
    ),
  )
  return view.deletion === 'deleted' ? redirect(paths.evidenceDeletion(id)) : view
}

export default function Evidence() {
  return <EvidenceDetailPage view={useLoaderData<typeof loader>()} />
}
