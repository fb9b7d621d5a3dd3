import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { presentIdentifiers } from '~/db/tables/identifier-settings.server'
import { idFrom } from '~/domain/id'
import { createAction } from '~/features/actions/create-action.command.server'
import { createActionForm } from '~/features/actions/create-action.form'
import { CreateActionPage } from '~/features/actions/create-action.page'
import { newActionView } from '~/features/actions/create-action.query.server'
import { pageTitle } from '~/http/page-title'
import { parseWords } from '~/http/parse-words.server'
import { paths } from '~/paths'

export const meta = pageTitle('Add an action')

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'action.create')
  const { searchParams } = new URL(args.request.url)
  return newActionView(context, idFrom(searchParams.get('recommendation')))
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'action.create')
  const form = await parseWords(
    args.request,
    createActionForm,
    await presentIdentifiers(context.db),
  )
  if (!form.ok) return form.answer
  const created = await createAction(context, form.value)
  return created.allowed ? redirect(paths.action(created.actionId)) : form.refused(created)
}

export default function NewAction() {
  return (
    <CreateActionPage view={useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
  )
}
