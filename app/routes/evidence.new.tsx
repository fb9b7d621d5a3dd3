import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { presentIdentifiers } from '~/db/tables/identifier-settings.server'
import { idFrom } from '~/domain/id'
import { addEvidence } from '~/features/evidence/add-evidence.command.server'
import { evidenceFormOn } from '~/features/evidence/add-evidence.form'
import { AddEvidencePage } from '~/features/evidence/add-evidence.page'
import { addEvidenceView } from '~/features/evidence/add-evidence.query.server'
import {
  fileChoice,
  forgetUploads,
  receiveEvidence,
} from '~/features/evidence/receive-evidence.server'
import { searchEvidenceFiles } from '~/features/evidence/search-evidence-file.server'
import { found } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'
import { alsoWrong } from '~/http/parse-form.server'
import { parseTypedWords } from '~/http/parse-words.server'
import { paths } from '~/paths'

export const meta = pageTitle('Add evidence')

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'evidence.add')
  const asked = new URL(args.request.url).searchParams
  const id = (name: string) => idFrom(asked.get(name))
  const forWhat = {
    ...{ actionId: id('action'), recommendationId: id('recommendation') },
    ...{ requestId: id('request'), followsId: id('follows') },
  }
  return { ...found(await addEvidenceView(context, forWhat)), ...(await fileChoice(context)) }
}

/** What a telephone shares comes here too (?shared): its words may follow on the page that edits it. */
export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'evidence.add')
  const isShared = new URL(args.request.url).searchParams.has('shared')
  const looksFor = await presentIdentifiers(context.db)
  const received = await receiveEvidence(context, args.request, looksFor)
  const { typed } = received
  const form = parseTypedWords(typed, evidenceFormOn(context.today, { isShared }), looksFor)
  if (!received.ok) return alsoWrong(form, typed, received.errors, received.status)
  if (!form.ok) return form.answer
  const files = await searchEvidenceFiles(context.db, received.files, looksFor)
  const added = found(await addEvidence(context, form.value, files))
  if (!added.allowed) return form.refused(added)
  await forgetUploads(context, typed)
  const { evidenceId, heldFileId } = added
  if (isShared && heldFileId === undefined) return redirect(paths.editEvidence(evidenceId))
  return redirect(paths.evidenceOrHeld(evidenceId, heldFileId))
}

export default function AddEvidence() {
  return (
    <AddEvidencePage view={useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
  )
}
