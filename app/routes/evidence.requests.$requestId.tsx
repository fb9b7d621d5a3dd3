import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { presentIdentifiers } from '~/db/tables/identifier-settings.server'
import { answerRequest } from '~/features/evidence/answer-request.command.server'
import { answerRequestForm } from '~/features/evidence/answer-request.form'
import { AnswerRequestPage } from '~/features/evidence/answer-request.page'
import { answerRequestView } from '~/features/evidence/answer-request.query.server'
import { found, idIn } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'
import { parseWords } from '~/http/parse-words.server'
import { paths } from '~/paths'

export const meta = pageTitle('Request for evidence')

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'plan.read')
  return found(await answerRequestView(context, idIn(args.params, 'requestId')))
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'evidence.add')
  const requestId = idIn(args.params, 'requestId')
  const form = await parseWords(
    args.request,
    answerRequestForm,
    await presentIdentifiers(context.db),
  )
  if (!form.ok) return form.answer
  const decision = found(await answerRequest(context, requestId, form.value))
  return decision.allowed ? redirect(paths.evidenceRequest(requestId)) : form.refused(decision)
}

export default function Request() {
  return (
    <AnswerRequestPage
      view={useLoaderData<typeof loader>()}
      form={useActionData<typeof action>()}
    />
  )
}
