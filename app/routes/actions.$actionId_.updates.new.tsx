import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { presentIdentifiers } from '~/db/tables/identifier-settings.server'
import { actionInBrief } from '~/features/actions/action-in-brief.query.server'
import { postUpdate } from '~/features/actions/post-update.command.server'
import { postUpdateForm } from '~/features/actions/post-update.form'
import { PostUpdatePage } from '~/features/actions/post-update.page'
import { found, idIn } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'
import { parseWords } from '~/http/parse-words.server'
import { paths } from '~/paths'

export const meta = pageTitle('Add an update')

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'update.post')
  return found(await actionInBrief(context, idIn(args.params, 'actionId'))).brief
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'update.post')
  const actionId = idIn(args.params, 'actionId')
  const form = await parseWords(args.request, postUpdateForm, await presentIdentifiers(context.db))
  if (!form.ok) return form.answer
  const decision = found(await postUpdate(context, actionId, form.value))
  return decision.allowed ? redirect(paths.action(actionId)) : form.refused(decision)
}

export default function NewUpdate() {
  return (
    <PostUpdatePage view={useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
  )
}
