import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { presentIdentifiers } from '~/db/tables/identifier-settings.server'
import { editAction } from '~/features/actions/edit-action.command.server'
import { editActionForm } from '~/features/actions/edit-action.form'
import { EditActionPage } from '~/features/actions/edit-action.page'
import { editActionView } from '~/features/actions/edit-action.query.server'
import { plannedAsTyped } from '~/features/actions/planned-as-typed'
import { found, idIn } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'
import { parseWords } from '~/http/parse-words.server'
import { paths } from '~/paths'

export const meta = pageTitle('Edit the action')

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'action.edit')
  return found(await editActionView(context, idIn(args.params, 'actionId')))
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'action.edit')
  const actionId = idIn(args.params, 'actionId')
  const form = await parseWords(args.request, editActionForm, await presentIdentifiers(context.db))
  if (!form.ok) return form.answer
  const edited = found(await editAction(context, actionId, form.value))
  if (edited.allowed) {
    return redirect(paths.action(actionId, { editedFrom: edited.mergedFrom }))
  }
  if (!edited.conflict) return form.refused(edited)
  const { conflict, because } = edited
  const typed = {
    ...plannedAsTyped(conflict.merged),
    version: [String(conflict.version)],
    notAnIdentifier: [form.value.notAnIdentifier],
  }
  return data({ typed, errors: [], because, conflict }, { status: 409 })
}

export default function EditAction() {
  return (
    <EditActionPage view={useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
  )
}
