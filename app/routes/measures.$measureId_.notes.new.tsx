import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { presentIdentifiers } from '~/db/tables/identifier-settings.server'
import { measureInBrief } from '~/features/measures/measure-in-brief.query.server'
import { addNote } from '~/features/measures/add-note.command.server'
import { addNoteForm } from '~/features/measures/add-note.form'
import { AddNotePage } from '~/features/measures/add-note.page'
import { found, idIn } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'
import { parseWords } from '~/http/parse-words.server'
import { paths } from '~/paths'

export const meta = pageTitle('Add a note')

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'measure.record')
  const from = new URL(args.request.url).searchParams.get('from')
  return found(await measureInBrief(context, idIn(args.params, 'measureId'), from))
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'measure.record')
  const measureId = idIn(args.params, 'measureId')
  const measure = found(await measureInBrief(context, measureId))
  const form = await parseWords(
    args.request,
    addNoteForm(measure.length),
    await presentIdentifiers(context.db),
  )
  if (!form.ok) return form.answer
  const decision = found(await addNote(context, measureId, form.value))
  return decision.allowed ? redirect(paths.measure(measureId)) : form.refused(decision)
}

export default function AddNote() {
  return <AddNotePage view={useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
}
