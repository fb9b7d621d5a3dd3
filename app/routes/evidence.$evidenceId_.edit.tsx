import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { presentIdentifiers } from '~/db/tables/identifier-settings.server'
import { editEvidence } from '~/features/evidence/edit-evidence.command.server'
import { editEvidenceForm, evidenceAsTyped } from '~/features/evidence/edit-evidence.form'
import { EditEvidencePage } from '~/features/evidence/edit-evidence.page'
import { editEvidenceView } from '~/features/evidence/edit-evidence.query.server'
import { found, idIn } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'
import { parseWords } from '~/http/parse-words.server'
import { paths } from '~/paths'

export const meta = pageTitle('Edit evidence')

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'evidence.add')
  return found(await editEvidenceView(context, idIn(args.params, 'evidenceId')))
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'evidence.add')
  const evidenceId = idIn(args.params, 'evidenceId')
  const form = await parseWords(
    args.request,
    editEvidenceForm,
    await presentIdentifiers(context.db),
  )
  if (!form.ok) return form.answer
  const edited = found(await editEvidence(context, evidenceId, form.value))
  if (edited.allowed) {
    return redirect(paths.evidence(evidenceId, { editedFrom: edited.mergedFrom }))
  }
  if (!edited.conflict) return form.refused(edited)
  const { conflict, because } = edited
  const typed = {
    ...evidenceAsTyped(conflict.merged),
    version: [String(conflict.version)],
    notAnIdentifier: [form.value.notAnIdentifier],
  }
  return data({ typed, errors: [], because, conflict }, { status: 409 })
}

export default function EditEvidence() {
  return (
    <EditEvidencePage view={useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
  )
}
