import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { presentIdentifiers } from '~/db/tables/identifier-settings.server'
import { requestEvidence } from '~/features/evidence/request-evidence.command.server'
import { requestEvidenceForm } from '~/features/evidence/request-evidence.form'
import { RequestEvidencePage } from '~/features/evidence/request-evidence.page'
import { requestEvidenceView } from '~/features/evidence/request-evidence.query.server'
import { found, idIn } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'
import { parseWords } from '~/http/parse-words.server'
import { paths } from '~/paths'

export const meta = pageTitle('Ask for evidence')

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'evidence.request')
  return found(await requestEvidenceView(context, idIn(args.params, 'actionId')))
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'evidence.request')
  const actionId = idIn(args.params, 'actionId')
  const form = await parseWords(
    args.request,
    requestEvidenceForm,
    await presentIdentifiers(context.db),
  )
  if (!form.ok) return form.answer
  const asked = found(await requestEvidence(context, actionId, form.value))
  return asked.allowed ? redirect(paths.action(actionId)) : form.refused(asked)
}

export default function RequestEvidence() {
  return (
    <RequestEvidencePage
      view={useLoaderData<typeof loader>()}
      form={useActionData<typeof action>()}
    />
  )
}
