import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readAsAsked } from '~/auth/as-at.server'
import { EvidenceLibraryPage } from '~/features/evidence/evidence-library.page'
import { evidenceLibraryView } from '~/features/evidence/evidence-library.query.server'
import { pageTitle } from '~/http/page-title'

export const meta = pageTitle('Evidence')

export async function loader(args: LoaderFunctionArgs) {
  const asked = new URL(args.request.url).searchParams
  return readAsAsked(args, 'evidence.read', (context) =>
    evidenceLibraryView(context, Object.fromEntries(asked)),
  )
}

export default function EvidenceLibrary() {
  return <EvidenceLibraryPage view={useLoaderData<typeof loader>()} />
}
