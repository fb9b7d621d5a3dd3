import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { presentIdentifiers } from '~/db/tables/identifier-settings.server'
import { deleteEvidence } from '~/features/evidence/delete-evidence.command.server'
import { deleteEvidenceForm } from '~/features/evidence/delete-evidence.form'
import { DeleteEvidencePage } from '~/features/evidence/delete-evidence.page'
import { deleteEvidenceView } from '~/features/evidence/delete-evidence.query.server'
import { found, idIn } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'
import { parseWords } from '~/http/parse-words.server'
import { paths } from '~/paths'

export const meta = pageTitle('Delete or hold evidence')

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'evidence.delete')
  return found(await deleteEvidenceView(context, idIn(args.params, 'evidenceId')))
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'evidence.delete')
  const evidenceId = idIn(args.params, 'evidenceId')
  const form = await parseWords(
    args.request,
    deleteEvidenceForm,
    await presentIdentifiers(context.db),
  )
  if (!form.ok) return form.answer
  const decision = found(await deleteEvidence(context, evidenceId, form.value))
  return decision.allowed ? redirect(paths.evidenceDeletion(evidenceId)) : form.refused(decision)
}

export default function DeleteEvidence() {
  return (
    <DeleteEvidencePage
      view={useLoaderData<typeof loader>()}
      form={useActionData<typeof action>()}
    />
  )
}
