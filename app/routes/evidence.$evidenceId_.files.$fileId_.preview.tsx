import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { EvidencePreviewPage } from '~/features/evidence/evidence-preview.page'
import {
  type EvidencePreviewView,
  evidencePreviewView,
} from '~/features/evidence/evidence-preview.query.server'
import { found, idIn } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'

export const meta = pageTitle<EvidencePreviewView>((view) => `Preview of ${view.file.name}`)

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'evidence.read')
  const evidenceId = idIn(args.params, 'evidenceId')
  const fileId = idIn(args.params, 'fileId')
  return found(await evidencePreviewView(context, { evidenceId, fileId }, args.request.signal))
}

export default function Preview() {
  return <EvidencePreviewPage view={useLoaderData<typeof loader>()} />
}
