import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { idFrom } from '~/domain/id'
import { addEvidence } from '~/features/evidence/add-evidence.command.server'
import { addEvidenceForm, toldOfFileField } from '~/features/evidence/add-evidence.form'
import { AddEvidencePage } from '~/features/evidence/add-evidence.page'
import { addEvidenceView } from '~/features/evidence/add-evidence.query.server'
import { largestFile, receiveEvidence } from '~/features/evidence/receive-evidence.server'
import { searchEvidenceFile } from '~/features/evidence/search-evidence-file.server'
import { found, idIn } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'
import { wrongForm } from '~/http/parse-form.server'
import { parseTypedWords } from '~/http/parse-words.server'
import { paths } from '~/paths'
import { settings } from '~/settings.server'

export const meta = pageTitle('Add evidence')

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'evidence.add')
  const request = new URL(args.request.url).searchParams.get('request')
  const view = await addEvidenceView(context, idIn(args.params, 'actionId'), idFrom(request))
  return { ...found(view), largestBytes: largestFile() }
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'evidence.add')
  const actionId = idIn(args.params, 'actionId')
  const upload = await receiveEvidence(args.request)
  if (!upload.ok) {
    const { typed, field, sentence, status } = upload
    return wrongForm(typed, [{ field, sentence }], status)
  }
  if (upload.lostItsFile) return wrongForm(upload.typed, [fileIsLost])
  // The name of a file is words, too: it is searched like them, and shown if the file is lost.
  const fileName = upload.file ? [upload.file.originalName] : []
  const { [toldOfFileField]: ofFile, ...words } = upload.typed
  const typed = { ...words, fileName }
  const form = parseTypedWords(typed, addEvidenceForm, settings())
  if (!form.ok) return form.answer
  const told = { ofFile: ofFile?.[0], why: form.value.notAnIdentifier }
  const { against, file } = await searchEvidenceFile(upload.file, told, settings())
  if (against.length > 0) {
    return wrongForm({ ...typed, [toldOfFileField]: [upload.file!.sha256] }, against)
  }
  const added = found(await addEvidence(context, actionId, form.value, file))
  return added.allowed ? redirect(paths.evidence(added.evidenceId)) : form.refused(added)
}

const fileIsLost = {
  field: 'file',
  sentence: 'Choose the file again, or add the evidence without it.',
}

export default function AddEvidence() {
  return (
    <AddEvidencePage view={useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
  )
}
