import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { addDependency } from '~/features/actions/add-dependency.command.server'
import { dependenciesForm } from '~/features/actions/dependencies.form'
import { DependenciesPage } from '~/features/actions/dependencies.page'
import { dependenciesView } from '~/features/actions/dependencies.query.server'
import { removeDependency } from '~/features/actions/remove-dependency.command.server'
import { found, idIn } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { paths } from '~/paths'

export const meta = pageTitle('What this action waits for')

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'action.edit')
  return found(await dependenciesView(context, idIn(args.params, 'actionId')))
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'action.edit')
  const actionId = idIn(args.params, 'actionId')
  const form = await parseForm(args.request, dependenciesForm)
  if (!form.ok) return form.answer
  const decision = found(
    'remove' in form.value
      ? await removeDependency(context, actionId, form.value.remove)
      : await addDependency(context, actionId, form.value),
  )
  return decision.allowed ? redirect(paths.actionDependencies(actionId)) : form.refused(decision)
}

export default function ActionDependencies() {
  return (
    <DependenciesPage view={useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
  )
}
