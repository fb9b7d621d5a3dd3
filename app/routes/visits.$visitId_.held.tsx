import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { presentIdentifiers } from '~/db/tables/identifier-settings.server'
import { recordHeld } from '~/features/visits/record-visit-held.command.server'
import { recordVisitHeldForm } from '~/features/visits/record-visit-held.form'
import { RecordVisitHeldPage } from '~/features/visits/record-visit-held.page'
import { recordVisitHeldView } from '~/features/visits/record-visit-held.query.server'
import { found, idIn } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'
import { parseWords } from '~/http/parse-words.server'
import { paths } from '~/paths'

export const meta = pageTitle('Record that the visit was held')

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'visit.plan')
  return found(await recordVisitHeldView(context, idIn(args.params, 'visitId')))
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'visit.plan')
  const visitId = idIn(args.params, 'visitId')
  const form = await parseWords(
    args.request,
    recordVisitHeldForm,
    await presentIdentifiers(context.db),
  )
  if (!form.ok) return form.answer
  const decision = found(await recordHeld(context, visitId, form.value))
  return decision.allowed ? redirect(paths.visit(visitId)) : form.refused(decision)
}

export default function RecordVisitHeld() {
  return (
    <RecordVisitHeldPage
      view={useLoaderData<typeof loader>()}
      form={useActionData<typeof action>()}
    />
  )
}
