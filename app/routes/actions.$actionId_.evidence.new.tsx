import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { idFrom } from '~/domain/id'
import { AddEvidencePage } from '~/features/evidence/add-evidence.page'
import { addEvidenceView } from '~/features/evidence/add-evidence.query.server'
import { fileChoice } from '~/features/evidence/receive-evidence.server'
import { found, idIn } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'

export const meta = pageTitle('Add evidence')

/** Where the form was before it served everything that evidence can be for: old bookmarks lead here. */
export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'evidence.add')
  const requestId = idFrom(new URL(args.request.url).searchParams.get('request'))
  const asked = { actionId: idIn(args.params, 'actionId'), requestId }
  return { ...found(await addEvidenceView(context, asked)), ...(await fileChoice(context)) }
}

export default function AddEvidence() {
  return <AddEvidencePage view={useLoaderData<typeof loader>()} form={undefined} />
}
