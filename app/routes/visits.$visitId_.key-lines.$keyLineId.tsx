import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { presentIdentifiers } from '~/db/tables/identifier-settings.server'
import { editKeyLine } from '~/features/visits/edit-key-line.command.server'
import { editKeyLineForm, keyLineAsTyped } from '~/features/visits/key-line.form'
import { KeyLinePage } from '~/features/visits/key-line.page'
import { keyLineView } from '~/features/visits/key-line.query.server'
import { found, idIn } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'
import { parseWords } from '~/http/parse-words.server'
import { paths } from '~/paths'

export const meta = pageTitle('Write the key line anew')

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'visit.plan')
  const [visitId, keyLineId] = [idIn(args.params, 'visitId'), idIn(args.params, 'keyLineId')]
  return found(await keyLineView(context, visitId, keyLineId))
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'visit.plan')
  const [visitId, keyLineId] = [idIn(args.params, 'visitId'), idIn(args.params, 'keyLineId')]
  const form = await parseWords(args.request, editKeyLineForm, await presentIdentifiers(context.db))
  if (!form.ok) return form.answer
  const edited = found(await editKeyLine(context, visitId, keyLineId, form.value))
  if (edited.allowed) return redirect(`${paths.visit(visitId)}#key-lines`)
  if (!edited.conflict) return form.refused(edited)
  const { conflict, because } = edited
  const typed = {
    ...keyLineAsTyped(conflict.merged),
    version: [String(conflict.version)],
    notAnIdentifier: [form.value.notAnIdentifier],
  }
  return data({ typed, errors: [], because, conflict }, { status: 409 })
}

export default function EditKeyLine() {
  return <KeyLinePage view={useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
}
