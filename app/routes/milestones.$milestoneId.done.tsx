import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { completeMilestone } from '~/features/actions/complete-milestone.command.server'
import { completeMilestoneForm } from '~/features/actions/complete-milestone.form'
import { CompleteMilestonePage } from '~/features/actions/complete-milestone.page'
import { completeMilestoneView } from '~/features/actions/complete-milestone.query.server'
import { found, idIn } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { paths } from '~/paths'

export const meta = pageTitle('Mark a milestone as done')

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'milestone.complete')
  return found(await completeMilestoneView(context, idIn(args.params, 'milestoneId')))
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'milestone.complete')
  const milestoneId = idIn(args.params, 'milestoneId')
  const form = await parseForm(args.request, completeMilestoneForm)
  if (!form.ok) return form.answer
  const done = found(await completeMilestone(context, milestoneId, form.value))
  return done.allowed ? redirect(`${paths.action(done.actionId)}#what`) : form.refused(done)
}

export default function MilestoneDone() {
  return (
    <CompleteMilestonePage
      view={useLoaderData<typeof loader>()}
      form={useActionData<typeof action>()}
    />
  )
}
