import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { presentIdentifiers } from '~/db/tables/identifier-settings.server'
import { destroyHeldFile } from '~/features/evidence/destroy-held-file.command.server'
import { HeldFilePage } from '~/features/evidence/held-file.page'
import { heldFileView } from '~/features/evidence/held-file.query.server'
import {
  fileChoice,
  forgetUploads,
  receiveEvidence,
} from '~/features/evidence/receive-evidence.server'
import { searchEvidenceFile } from '~/features/evidence/search-evidence-file.server'
import { found, idIn } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'
import { wrongForm } from '~/http/parse-form.server'
import { paths } from '~/paths'

export const meta = pageTitle('Held file')

const idsIn = ({ params }: LoaderFunctionArgs) => ({
  evidenceId: idIn(params, 'evidenceId'),
  fileId: idIn(params, 'fileId'),
})

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'evidence.add')
  const view = found(await heldFileView(context, idsIn(args)))
  return { ...view, ...(await fileChoice(context)) }
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'evidence.add')
  const ids = idsIn(args)
  found(await heldFileView(context, ids))
  const looksFor = await presentIdentifiers(context.db)
  const received = await receiveEvidence(context, args.request, looksFor)
  if (!received.ok) return wrongForm(received.typed, received.errors, received.status)
  const refused = (sentence: string, status?: number) =>
    wrongForm(received.typed, [{ field: 'file', sentence }], status)
  const [redacted, another] = received.files
  if (!redacted || another) return refused('Choose one file, the redacted one.')
  const file = await searchEvidenceFile(context.db, redacted, looksFor)
  const decision = found(await destroyHeldFile(context, ids, file))
  if (!decision.allowed) return refused(decision.because, 409)
  await forgetUploads(context, received.typed)
  return redirect(paths.evidenceOrHeld(ids.evidenceId, decision.heldFileId))
}

export default function Replacement() {
  const view = useLoaderData<typeof loader>()
  return <HeldFilePage view={view} replacementForm={useActionData<typeof action>()} />
}
