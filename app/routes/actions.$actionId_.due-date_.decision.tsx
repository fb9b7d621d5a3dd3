import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { presentIdentifiers } from '~/db/tables/identifier-settings.server'
import { decideDueDate } from '~/features/actions/decide-due-date.command.server'
import { decideDueDateForm } from '~/features/actions/decide-due-date.form'
import { DecideDueDatePage } from '~/features/actions/decide-due-date.page'
import { decideDueDateView } from '~/features/actions/decide-due-date.query.server'
import { found, idIn } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'
import { parseWords } from '~/http/parse-words.server'
import { paths } from '~/paths'

export const meta = pageTitle('Agree or refuse a new date')

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'due-date.agree')
  return found(await decideDueDateView(context, idIn(args.params, 'actionId')))
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'due-date.agree')
  const actionId = idIn(args.params, 'actionId')
  const form = await parseWords(
    args.request,
    decideDueDateForm,
    await presentIdentifiers(context.db),
  )
  if (!form.ok) return form.answer
  const decision = found(await decideDueDate(context, actionId, form.value))
  return decision.allowed ? redirect(`${paths.action(actionId)}#when`) : form.refused(decision)
}

export default function DueDateDecision() {
  return (
    <DecideDueDatePage
      view={useLoaderData<typeof loader>()}
      form={useActionData<typeof action>()}
    />
  )
}
