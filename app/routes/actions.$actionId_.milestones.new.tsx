import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { presentIdentifiers } from '~/db/tables/identifier-settings.server'
import { addMilestone } from '~/features/actions/add-milestone.command.server'
import { addMilestoneForm } from '~/features/actions/add-milestone.form'
import { AddMilestonePage } from '~/features/actions/add-milestone.page'
import { addMilestoneView } from '~/features/actions/add-milestone.query.server'
import { found, idIn } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'
import { parseWords } from '~/http/parse-words.server'
import { paths } from '~/paths'

export const meta = pageTitle('Add a milestone')

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'milestone.edit')
  return found(await addMilestoneView(context, idIn(args.params, 'actionId')))
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'milestone.edit')
  const actionId = idIn(args.params, 'actionId')
  const form = await parseWords(
    args.request,
    addMilestoneForm,
    await presentIdentifiers(context.db),
  )
  if (!form.ok) return form.answer
  const decision = found(await addMilestone(context, actionId, form.value))
  return decision.allowed ? redirect(paths.action(actionId)) : form.refused(decision)
}

export default function NewMilestone() {
  return (
    <AddMilestonePage view={useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
  )
}
