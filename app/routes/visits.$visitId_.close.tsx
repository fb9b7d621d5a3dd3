import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { presentIdentifiers } from '~/db/tables/identifier-settings.server'
import { closeVisit } from '~/features/visits/close-visit.command.server'
import { closeVisitForm } from '~/features/visits/close-visit.form'
import { CloseVisitPage } from '~/features/visits/close-visit.page'
import { closeVisitView } from '~/features/visits/close-visit.query.server'
import { found, idIn } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'
import { parseWords } from '~/http/parse-words.server'
import { paths } from '~/paths'

export const meta = pageTitle('Close the visit')

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'visit.plan')
  return found(await closeVisitView(context, idIn(args.params, 'visitId')))
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'visit.plan')
  const visitId = idIn(args.params, 'visitId')
  const form = await parseWords(args.request, closeVisitForm, await presentIdentifiers(context.db))
  if (!form.ok) return form.answer
  const decision = found(await closeVisit(context, visitId, form.value))
  return decision.allowed ? redirect(paths.visit(visitId)) : form.refused(decision)
}

export default function CloseVisit() {
  return (
    <CloseVisitPage view={useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
  )
}
