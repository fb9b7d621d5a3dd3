import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { presentIdentifiers } from '~/db/tables/identifier-settings.server'
import { askForDueDate } from '~/features/actions/ask-for-due-date.command.server'
import { askForDueDateForm } from '~/features/actions/ask-for-due-date.form'
import { AskForDueDatePage } from '~/features/actions/ask-for-due-date.page'
import { askForDueDateView } from '~/features/actions/ask-for-due-date.query.server'
import { found, idIn } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'
import { parseWords } from '~/http/parse-words.server'
import { paths } from '~/paths'

export const meta = pageTitle('Ask for a new date')

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'due-date.ask')
  return found(await askForDueDateView(context, idIn(args.params, 'actionId')))
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'due-date.ask')
  const actionId = idIn(args.params, 'actionId')
  const form = await parseWords(
    args.request,
    askForDueDateForm,
    await presentIdentifiers(context.db),
  )
  if (!form.ok) return form.answer
  const decision = found(await askForDueDate(context, actionId, form.value))
  return decision.allowed ? redirect(`${paths.action(actionId)}#when`) : form.refused(decision)
}

export default function DueDate() {
  return (
    <AskForDueDatePage
      view={useLoaderData<typeof loader>()}
      form={useActionData<typeof action>()}
    />
  )
}
